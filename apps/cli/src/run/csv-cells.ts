import type { CsvPlace, CsvWarning } from '@org/csv-export';

const QUOTE = 0x22;
const COMMA = 0x2c;
const NEWLINE = 0x0a;

/** What Excel keeps of a cell, in UTF-16 code units. */
const MOST_IN_CELL = 32_767;

/**
 * What a spreadsheet runs as a formula where a text begins with it.
 *
 * Source: OWASP, "CSV Injection" (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const OPENING = /^[=+\-@\t\r\n＝＋－＠]/;
const NEGATIVE_NUMBER = /^-(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;

/** The first bytes of those texts; 0xef that of the wide forms. */
const SUSPICIOUS: ReadonlySet<number> = new Set([...Buffer.from('=+-@\t\r\n'), 0xef]);

interface Tally {
  count: number;
  first: CsvPlace | undefined;
}

/**
 * Counts, in the bytes of a CSV with commas and double quotes, the cells that `writeCsv` would warn of:
 * the server that writes them doesn't. Text that is none of those is never decoded.
 */
export class CsvCells {
  readonly #columns: readonly string[];
  readonly #formulas: Tally = { count: 0, first: undefined };
  readonly #longCells: Tally = { count: 0, first: undefined };
  /** 0 is the header. */
  #row = 0;
  #column = 0;
  #quoted = false;
  /** The beginning of a cell whose end is in a later chunk. */
  #begun: Uint8Array[] = [];

  constructor(columns: readonly string[]) {
    this.#columns = columns;
  }

  /** Looks at the next bytes, which may end anywhere. */
  look(chunk: Uint8Array): void {
    let start = 0;
    let quoted = this.#quoted;
    // Each byte of the CSV goes through here.
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index];
      // A doubled quote leaves the cell and enters it again.
      if (byte === QUOTE) quoted = !quoted;
      else if (!quoted && (byte === COMMA || byte === NEWLINE)) {
        this.#endCell(chunk, start, index);
        this.#nextCell(byte);
        start = index + 1;
      }
    }
    this.#quoted = quoted;
    if (start < chunk.length) this.#begun.push(Buffer.from(chunk.subarray(start)));
  }

  /** What is to be said of the bytes so far. */
  warnings(): readonly CsvWarning[] {
    const found = [
      warning(
        'FORMULA_CELLS',
        this.#formulas,
        'Cells that a spreadsheet would run as formulas',
        'import them as text there, or open the file with another program',
      ),
      warning(
        'EXCEL_CELL_LIMIT',
        this.#longCells,
        'Cells of more than 32,767 characters',
        'Excel does not keep them whole',
      ),
    ];
    return found.filter((each) => each !== undefined);
  }

  #nextCell(separator: number): void {
    if (separator === NEWLINE) {
      this.#row += 1;
      this.#column = 0;
    } else {
      this.#column += 1;
    }
  }

  #endCell(chunk: Uint8Array, start: number, end: number): void {
    if (this.#begun.length > 0) {
      const whole = Buffer.concat([...this.#begun, chunk.subarray(start, end)]);
      this.#begun = [];
      this.#endCell(whole, 0, whole.length);
    } else if (this.#row > 0 && isWorthALook(chunk, start, end)) {
      this.#judge(textOf(chunk.subarray(start, end)));
    }
  }

  #judge(text: string): void {
    if (OPENING.test(text) && !NEGATIVE_NUMBER.test(text)) this.#tally(this.#formulas);
    if (text.length > MOST_IN_CELL) this.#tally(this.#longCells);
  }

  #tally(tally: Tally): void {
    tally.count += 1;
    tally.first ??= { row: this.#row, column: this.#columns[this.#column] };
  }
}

function isWorthALook(chunk: Uint8Array, start: number, end: number): boolean {
  if (end - start > MOST_IN_CELL) return true;
  if (end === start) return false;
  const first = chunk[start] === QUOTE ? chunk[start + 1] : chunk[start];
  return first !== undefined && SUSPICIOUS.has(first);
}

function textOf(cell: Uint8Array): string {
  const text = Buffer.from(cell.buffer, cell.byteOffset, cell.length).toString('utf8');
  return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
}

function warning(
  code: CsvWarning['code'],
  { count, first }: Tally,
  what: string,
  advice: string,
): CsvWarning | undefined {
  if (first === undefined) return undefined;
  const where = `the first in row ${first.row.toLocaleString('en')}, column ${first.column ?? ''}`;
  const message = `${what}: ${count.toLocaleString('en')} (${where}); ${advice}.`;
  return { code, message, count, first };
}
