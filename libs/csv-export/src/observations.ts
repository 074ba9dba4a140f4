import type { CsvPlace } from './csv-error.js';

/** How often something was met, and where first. */
export interface Tally {
  count: number;
  first: CsvPlace | undefined;
}

/** What was met in the cells while they were written. */
export interface Observations {
  rows: number;
  readonly formulas: Tally;
  readonly longCells: Tally;
  readonly blankLines: Tally;
  readonly brokenTexts: Tally;
}

export function noObservations(): Observations {
  const none = (): Tally => ({ count: 0, first: undefined });
  return {
    rows: 0,
    formulas: none(),
    longCells: none(),
    blankLines: none(),
    brokenTexts: none(),
  };
}

export function tally(tally: Tally, row: number, column: string): void {
  tally.count += 1;
  tally.first ??= { row, column };
}
