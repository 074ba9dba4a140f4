import { csvEngine, type CsvRecord } from './csv-engine.js';
import { formulaGuard } from './formula-guard.js';
import { tally, type Observations } from './observations.js';
import { recordWriter } from './record-writer.js';
import type { ResolvedFormat } from './resolve-format-options.js';

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
  const toRecord = recordWriter(format, seen);
  const toText = csvEngine(format);
  const guard = formulaGuard(format, seen);
  // The text that the engine writes as nothing: with `nullText` it is the empty one.
  const blank = format.nullText === '' ? null : '';
  let records: CsvRecord[] = [];
  let characters = 0;
  let isStart = !format.bom;

  function rest(): string {
    const text = atStart(toText(records), records[0]?.[0]);
    if (!text.isWellFormed()) countBrokenTexts();
    records = [];
    characters = 0;
    return text;
  }

  /** U+FEFF at the start of a file is taken for a byte order mark, unless it is quoted. */
  function atStart(text: string, first: string | null | undefined): string {
    const isMistakable = isStart && text.startsWith('\ufeff');
    isStart = false;
    if (!isMistakable || !first) return text;
    return `${format.quote}${first}${format.quote}${text.slice(first.length)}`;
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
      const mark = format.bom ? '\ufeff' : '';
      if (!format.header) return mark;
      const names = columns.map(({ header, key }) => guard(header, 0, key));
      return mark + atStart(toText([names]), names[0]);
    },
    add(row) {
      const rowNumber = ++seen.rows;
      const record = toRecord(row, rowNumber);
      for (const text of record) {
        if (text !== null) characters += text.length;
      }
      if (record.length === 1 && record[0] === blank) {
        tally(seen.blankLines, rowNumber, columns[0]?.key ?? '');
      }
      records.push(record);
      return records.length < PIECE.rows && characters < PIECE.characters ? undefined : rest();
    },
    rest,
  };
}
