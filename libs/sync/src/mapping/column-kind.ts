/** What a column's values are, as far as their way to Iterable differs. */
export type ColumnKind =
  | 'text'
  | 'boolean'
  | 'integer'
  | 'float'
  | 'numeric'
  | 'moment'
  | 'timestamp'
  | 'date'
  | 'json'
  | 'bytes';

/** A column's type, read. */
export interface ColumnType {
  readonly kind: ColumnKind;
  /** Whether its values are lists of such values. */
  readonly list: boolean;
}

/** PostgreSQL's type names, as `format_type` writes them and as people do. What isn't here is text. */
const KINDS: ReadonlyMap<string, ColumnKind> = new Map([
  ['boolean', 'boolean'],
  ['bool', 'boolean'],
  ['smallint', 'integer'],
  ['int2', 'integer'],
  ['integer', 'integer'],
  ['int', 'integer'],
  ['int4', 'integer'],
  ['bigint', 'integer'],
  ['int8', 'integer'],
  ['oid', 'integer'],
  ['real', 'float'],
  ['float4', 'float'],
  ['double precision', 'float'],
  ['float8', 'float'],
  ['numeric', 'numeric'],
  ['decimal', 'numeric'],
  ['timestamp with time zone', 'moment'],
  ['timestamptz', 'moment'],
  ['timestamp without time zone', 'timestamp'],
  ['timestamp', 'timestamp'],
  ['date', 'date'],
  ['json', 'json'],
  ['jsonb', 'json'],
  ['bytea', 'bytes'],
]);

/** Reads a type name: `timestamp(3) with time zone[]` is a list of moments. */
export function columnType(name: string): ColumnType {
  const list = /(?:\[\d*\])+$/.exec(name);
  const single = list ? name.slice(0, list.index) : name;
  // The modifier: a length, a precision, a scale.
  const plain = single
    .replace(/\s*\([^)]*\)/, '')
    .trim()
    .toLowerCase();
  return { kind: KINDS.get(plain) ?? 'text', list: list !== null };
}
