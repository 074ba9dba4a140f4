import { formatCsv } from '@org/csv-export';
import { describe, expect, it } from 'vitest';
import { CsvCells } from '../src/run/csv-cells.js';

type Row = Readonly<Record<string, string | null>>;

const COLUMNS = ['id', 'a', 'b'];
/** Beginnings, middles and ends that matter to a reader of cells. */
const PARTS = [
  ...['=', '+', '-', '@', '\t', '\r', '\n', ',', '"', '＝', '＋', '－', '＠', 'ﬀ', '\ufeff'],
  ...[
    '1',
    '.5',
    'e3',
    'x',
    "'",
    ' ',
    'é',
    '🦊',
    'x'.repeat(32_766),
    ...['"'.repeat(20_000), 'é'.repeat(20_000)],
  ],
];

/** Numbers that look random and are the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function randomText(next: (below: number) => number): string | null {
  if (next(8) === 0) return null;
  return Array.from({ length: next(4) }, () => PARTS[next(PARTS.length)]).join('');
}

/** Bytes in pieces of any size, cut within characters, too. */
function* pieces(bytes: Uint8Array, next: (below: number) => number, most: number) {
  for (let start = 0; start < bytes.length;) {
    const end = start + 1 + next(most);
    yield bytes.subarray(start, end);
    start = end;
  }
}

function seen(chunks: Iterable<Uint8Array>, columns: readonly string[] = COLUMNS) {
  const cells = new CsvCells(columns);
  for (const chunk of chunks) cells.look(chunk);
  return cells.warnings().map(({ code, count, first }) => ({ code, count, first }));
}

it.each(Array.from({ length: 60 }, (_, seed) => seed))(
  'finds in the bytes what writeCsv finds in the rows, however they are cut (%i)',
  async (seed) => {
    const next = numbers(seed);
    const rows = Array.from({ length: next(12) }, (_, id): Row => ({
      id: String(id),
      a: randomText(next),
      b: randomText(next),
    }));
    const { text, warnings } = await formatCsv(rows, { columns: COLUMNS });
    const chunks = pieces(Buffer.from(text), next, [3, 500, 1_000_000][seed % 3] ?? 1);
    expect(seen(chunks)).toEqual(
      warnings.map(({ code, count, first }) => ({ code, count, first })),
    );
  },
);

describe('of the first line', () => {
  it('nothing is told: it names the columns', () => {
    expect(seen([Buffer.from('=id,"@a",b\n1,2,3\n')])).toEqual([]);
  });
});

it('says what there is to do, and nothing of what the cells hold', () => {
  const cells = new CsvCells(['a']);
  cells.look(Buffer.from('a\n=secret\n'));
  expect(cells.warnings()).toEqual([
    {
      code: 'FORMULA_CELLS',
      count: 1,
      first: { row: 1, column: 'a' },
      message:
        'Cells that a spreadsheet would run as formulas: 1 (the first in row 1, column a); ' +
        'import them as text there, or open the file with another program.',
    },
  ]);
});
