/**
 * What happens to a column where a table is too wide: it stays as it is, its texts go on in further
 * lines, they are cut, or it is left out, the last such column first.
 */
export type Narrow = 'keep' | 'wrap' | 'cut' | 'drop';

/** A column that is to be fitted: its widest text, in columns of the screen. */
export interface WantedColumn {
  readonly narrow: Narrow;
  readonly width: number;
}

/** A column that is drawn: its place among those that were wanted, and the width that it gets. */
export interface FittedColumn {
  readonly index: number;
  readonly width: number;
}

/** Spaces between columns. */
export const GAP = 2;
/** No column gets narrower by being cut or wrapped. */
const LEAST = 8;

/** The columns that fit into a width, as wide as they can be. */
export function fitColumns(wanted: readonly WantedColumn[], room: number): FittedColumn[] {
  const columns = wanted.map(({ narrow, width }, index) => ({ index, narrow, width }));
  const excess = (): number =>
    columns.reduce((sum, { width }) => sum + width + GAP, -GAP) - Math.max(room, 0);
  while (excess() > 0) {
    const last = columns.findLastIndex(({ narrow }) => narrow === 'drop');
    if (last === -1) break;
    columns.splice(last, 1);
  }
  while (excess() > 0) {
    const widest = columns
      .filter(({ narrow, width }) => narrow !== 'keep' && width > LEAST)
      .sort((one, other) => other.width - one.width)[0];
    if (!widest) break;
    widest.width -= 1;
  }
  return columns.map(({ index, width }) => ({ index, width }));
}
