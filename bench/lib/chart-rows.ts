import { type Comparison, holds } from './comparison.ts';
import type { Report } from './report.ts';

/** What became of a promise. */
export type Verdict = 'promise kept' | 'promise not kept' | 'no promise';

/** The head of a suite, or a comparison of it. */
export interface ChartRow {
  /** From the top, in lines; a head has room above it. */
  readonly place: number;
  readonly head?: string;
  readonly comparison?: Comparison;
  readonly verdict?: Verdict;
}

/** A comparison in the chart. */
export interface ChartLine extends ChartRow {
  readonly comparison: Comparison;
  readonly verdict: Verdict;
}

export function isLine(row: ChartRow): row is ChartLine {
  return row.comparison !== undefined;
}

const ROOM_ABOVE_HEAD = 0.6;

/** The lines of the chart from top to bottom. */
export function chartRows(reports: readonly Report[]): ChartRow[] {
  let place = -ROOM_ABOVE_HEAD;
  return reports
    .filter(({ comparisons }) => comparisons.length > 0)
    .flatMap(({ suite, comparisons }) => {
      place += ROOM_ABOVE_HEAD;
      return [
        { place: place++, head: suite },
        ...comparisons.map((comparison) => ({
          place: place++,
          comparison,
          verdict: verdictOf(comparison),
        })),
      ];
    });
}

function verdictOf(comparison: Comparison): Verdict {
  const kept = holds(comparison);
  if (kept === undefined) return 'no promise';
  return kept ? 'promise kept' : 'promise not kept';
}
