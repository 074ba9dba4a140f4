import CliTable from 'cli-table3';
import { wrapAnsi } from 'fast-wrap-ansi';
import stringWidth from 'string-width';
import { fitColumns, GAP, type Narrow } from './fit-columns.js';
import { printable } from './printable.js';
import type { Look, Style } from './style.js';
import { inAscii } from './symbols.js';

/** A column of a table. */
export interface Column {
  /** Its head; where no column has one there is no line of heads. */
  readonly title?: string;
  /** @default 'left' */
  readonly align?: 'left' | 'right';
  /** Columns of the screen that it takes at least, so that tables of the same kind look the same. */
  readonly least?: number;
  /** What happens to it where the table is too wide. @default 'keep' */
  readonly narrow?: Narrow;
}

/** A text of a table, and how it stands out. */
export type Cell = string | { readonly text: string; readonly look: Look };

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Spaces before each line. @default 0 */
  readonly indent?: number;
}

/**
 * Lines of a table without borders, fit for the width of an output.
 *
 * @example
 * drawTable({ columns: [{ title: 'Check' }, { narrow: 'wrap' }], rows: [['Node.js', '24.21.0']] }, style);
 */
export function drawTable({ columns, rows, indent = 0 }: Table, style: Style): string[] {
  const heads = columns.map(({ title = '' }): Cell => ({ text: title, look: 'strong' }));
  const headed = columns.some(({ title }) => title !== undefined);
  const cells = [...(headed ? [heads] : []), ...rows].map((row) =>
    columns.map((_, index) => shown(row[index] ?? '', style)),
  );
  const fitted = fitColumns(
    columns.map(({ narrow = 'keep', least = 0 }, index) => ({
      narrow,
      width: Math.max(least, ...cells.map((row) => stringWidth(row[index]?.text ?? ''))),
    })),
    style.width - indent,
  );
  const table = new CliTable({
    chars: NO_BORDERS,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP, compact: true },
    colWidths: fitted.map(({ width }) => width + GAP),
    colAligns: fitted.map(({ index }) => columns[index]?.align ?? 'left'),
    truncate: style.symbols.more,
  });
  for (const row of cells) {
    table.push(
      fitted.map(({ index, width }) => {
        const { painted = '' } = row[index] ?? {};
        // cli-table3 would cut words that are longer than the column, such as paths.
        const wraps = columns[index]?.narrow === 'wrap';
        return wraps ? wrapAnsi(painted, width, { hard: true }) : painted;
      }),
    );
  }
  return table
    .toString()
    .split('\n')
    .map((line) => `${' '.repeat(indent)}${line}`.trimEnd());
}

/** A cell as it can be drawn. */
function shown(cell: Cell, style: Style): { readonly text: string; readonly painted: string } {
  const { text: given, look } = typeof cell === 'string' ? { text: cell, look: undefined } : cell;
  const safe = printable(given);
  const text = style.unicode ? safe : inAscii(safe);
  return { text, painted: look && text !== '' ? style[look](text) : text };
}

const NO_BORDERS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};
