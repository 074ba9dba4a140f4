import type { CsvColumn } from './csv-column.js';

/** How rows become text. */
export interface CsvFormatOptions<Row extends object = Record<string, unknown>> {
  /** The columns in their order. */
  readonly columns: readonly CsvColumn<Row>[];
  /** Whether the first line names the columns. @default true */
  readonly header?: boolean | undefined;
  /** One character between values. @default ',' */
  readonly delimiter?: string | undefined;
  /** One character around values that need it; doubled within them. @default '"' */
  readonly quote?: string | undefined;
  /** Behind every line, the last one too. RFC 4180 has `'\r\n'`; all readers take both. @default '\n' */
  readonly lineEnding?: '\n' | '\r\n' | undefined;
  /** Whether a byte order mark stands first: Excel reads UTF-8 only where there is one. @default false */
  readonly bom?: boolean | undefined;
  /**
   * What stands for `null`, never quoted. A value of the very same text is quoted, so that the two can
   * be told apart: by default `null` is nothing and the empty text is `""`, as PostgreSQL has it.
   *
   * @default ''
   */
  readonly nullText?: string | undefined;
  /** What stands for `true`. @default 'true' */
  readonly trueText?: string | undefined;
  /** What stands for `false`. @default 'false' */
  readonly falseText?: string | undefined;
  /**
   * The text of a `Date`: `'datetime'` is `YYYY-MM-DD HH:MM:SS` in UTC, and fractions of a second are cut
   * off; years outside of four digits are as PostgreSQL writes them. `'iso'` is
   * `YYYY-MM-DDTHH:MM:SS.sssZ`; or a function.
   *
   * @default 'datetime'
   */
  readonly dates?: 'datetime' | 'iso' | ((date: Date) => string) | undefined;
  /**
   * Whether an apostrophe is put before values that a spreadsheet would run as formulas: those that begin
   * with one of `=`, `+`, `-`, `@`, tab, carriage return, line feed, NUL or the wide forms of the first
   * four. Negative numbers stay as they are.
   *
   * It changes the data (`+49 30 …` is no telephone number any more), and programs that read CSV don't
   * take the apostrophe away, so it is for files that people open, and has to be asked for. Without it the
   * result counts such cells in the warning `FORMULA_CELLS`.
   *
   * @default false
   */
  readonly formulaGuard?: boolean | undefined;
  /** Whether a row without a value for a column is refused, or has `null` there. @default 'refuse' */
  readonly missingColumns?: 'refuse' | 'null' | undefined;
  /** Whether a row with a value that no column takes is refused, or loses it. @default 'refuse' */
  readonly unknownColumns?: 'refuse' | 'ignore' | undefined;
  /** Stops the work; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Where a CSV goes, and how. */
export interface DestinationOptions {
  /**
   * What happens where a file of this name is there already: `'refuse'`, `'replace'` it whole, or take
   * the next free name (`'suffix'`: `name_2.csv`, `name_3.csv`, …). Only for a path.
   *
   * @default 'refuse'
   */
  readonly existing?: 'refuse' | 'replace' | 'suffix' | undefined;
  /** Whether the CSV is compressed by gzip. @default true for a path that ends in `.gz` */
  readonly gzip?: boolean | undefined;
  /**
   * Whether the stream is ended behind the last line, and destroyed where the work fails. Only for a
   * stream.
   *
   * @default true, but for `process.stdout` and `process.stderr`, which are never ended
   */
  readonly endStream?: boolean | undefined;
  /** Stops the work; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** How rows become text, and how the text is written. */
export interface WriteCsvOptions<Row extends object = Record<string, unknown>>
  extends CsvFormatOptions<Row>, DestinationOptions {}
