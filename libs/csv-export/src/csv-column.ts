/**
 * The names that a column of such rows may have: any text where the rows are arrays, whose values go by
 * position, and where nothing is known of them.
 */
export type ColumnKey<Row extends object> = [Row] extends [never]
  ? string
  : Row extends readonly unknown[]
    ? string
    : [keyof Row] extends [never]
      ? string
      : Extract<keyof Row, string>;

/** The value of a column in a row. */
export type ColumnValue<Row extends object, Key extends string> = Row extends readonly unknown[]
  ? Row[number]
  : Key extends keyof Row
    ? Row[Key]
    : unknown;

/** A column with more to it than its name. */
export interface CsvColumnOptions<Row extends object, Key extends string> {
  /** The row's property, or for rows that are arrays a name for messages. */
  readonly key: Key;
  /** What the header says. @default the key */
  readonly header?: string | undefined;
  /**
   * The text of a value that is neither `null` nor `undefined`; `null` for none. What it throws passes
   * through.
   *
   * @default by the value's type
   */
  readonly format?:
    ((value: NonNullable<ColumnValue<Row, Key>>, row: Row) => string | null) | undefined;
}

/** A column: its name, or what else is to be said of it. */
export type CsvColumn<Row extends object = Record<string, unknown>> =
  ColumnKey<Row> | { [Key in ColumnKey<Row>]: CsvColumnOptions<Row, Key> }[ColumnKey<Row>];
