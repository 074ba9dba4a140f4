import { cellWriter } from './cell-writer.js';
import { csvEngine, type CsvRecord } from './csv-engine.js';
import { tally, type Observations } from './observations.js';
import type { ResolvedFormat } from './resolve-format-options.js';
import { rowReader } from './row-reader.js';

/** A piece goes out with so many rows or characters: enough for the engine, little to hold. */
const PIECE = { rows: 100, characters: 65_536 } as const;

/** Rows in, pieces of whole lines out. */
export interface CsvFormatter {
  /** What stands before the rows; may be empty. */
  head(): string;
  /** Takes a row, and gives a piece where one is full. */
  add(row: unknown): string | undefined;
  /** Gives what is left; may be empty. */
  rest(): string;
}

/** A formatter that adds to `seen` what should be known. */
export function csvFormatter(format: ResolvedFormat, seen: Observations): CsvFormatter {
  const { columns } = format;
  const read = rowReader(format);
  const write = cellWriter(format, seen);
  const toText = csvEngine(format);
  // The text that the engine writes as nothing: with `nullText` it is the empty one.
  const blank = format.nullText === '' ? null : '';
  let records: CsvRecord[] = [];
  let characters = 0;

  function rest(): string {
    const text = toText(records);
    if (!text.isWellFormed()) countBrokenTexts();
    records = [];
    characters = 0;
    return text;
  }

  function countBrokenTexts(): void {
    const rowsBefore = seen.rows - records.length;
    for (const [index, record] of records.entries()) {
      for (const [position, text] of record.entries()) {
        if (text === null || text.isWellFormed()) continue;
        tally(seen.brokenTexts, rowsBefore + index + 1, columns[position]?.key ?? '');
      }
    }
  }

  return {
    head() {
      const names = format.header ? toText([columns.map((column) => column.header)]) : '';
      return `${format.bom ? '\ufeff' : ''}${names}`;
    },
    add(row) {
      const rowNumber = ++seen.rows;
      const values = read(row, rowNumber);
      const record = columns.map((column, index) => {
        const text = write(values[index], column, rowNumber, row);
        characters += text?.length ?? 0;
        return text;
      });
      if (record.length === 1 && record[0] === blank) {
        tally(seen.blankLines, rowNumber, columns[0]?.key ?? '');
      }
      records.push(record);
      return records.length < PIECE.rows && characters < PIECE.characters ? undefined : rest();
    },
    rest,
  };
}
