import type { DataFields, DataValue } from '@org/iterable-client';
import { type ColumnKind, columnType } from './column-kind.js';
import type { MappedColumn } from './column-mapping.js';
import { exactNumber } from './exact-number.js';
import { textOf } from './text-of.js';
import { isDay, momentOf } from './time-text.js';

/** What a column's value, not NULL, is in Iterable. Throws where it would have to be bent. */
export type Convert = (value: unknown) => DataValue;

type Refuse = (problem: string) => never;

const STRANGE = 'has a value that its type does not have';
const NO_DATE = 'is infinity or out of the years 1 to 9999, for which Iterable has no date';

/** By type, and never by what a text looks like: `1234` in a text column is no year. */
const CONVERSIONS: {
  readonly [kind in ColumnKind]: (value: unknown, refuse: Refuse) => DataValue;
} = {
  text: (value, refuse) => (isPrimitive(value) ? value : refuse(STRANGE)),
  boolean: (value, refuse) => (typeof value === 'boolean' ? value : refuse(STRANGE)),
  integer: (value, refuse) =>
    typeof value === 'bigint' || Number.isSafeInteger(value) ? (value as number) : refuse(STRANGE),
  float(value, refuse) {
    if (typeof value !== 'number') return refuse(STRANGE);
    return Number.isFinite(value) ? value : refuse(`is ${String(value)}, which JSON cannot hold`);
  },
  numeric(value, refuse) {
    if (typeof value !== 'string') return refuse(STRANGE);
    return (
      exactNumber(value) ??
      refuse('has a number that JSON cannot hold digit by digit: round it, or map it as text')
    );
  },
  moment(value, refuse) {
    if (!(value instanceof Date)) return refuse(typeof value === 'string' ? NO_DATE : STRANGE);
    const year = value.getUTCFullYear();
    return year >= 1 && year <= 9999 ? value : refuse(NO_DATE);
  },
  timestamp(value, refuse) {
    if (typeof value !== 'string') return refuse(STRANGE);
    return momentOf(value) ?? refuse(NO_DATE);
  },
  date(value, refuse) {
    if (typeof value !== 'string') return refuse(STRANGE);
    return isDay(value) ? value : refuse(NO_DATE);
  },
  json: (value) => value as DataFields,
  bytes: (_value, refuse) => refuse('has bytes, which JSON cannot hold'),
};

/** Types whose values `text` may send as text. */
export const TEXT_LIKE: ReadonlySet<ColumnKind> = new Set<ColumnKind>([
  'text',
  'boolean',
  'integer',
  'float',
  'numeric',
]);

/** Makes the conversion of a column's values. */
export function converterOf(column: MappedColumn, asText: boolean): Convert {
  const { kind, list } = columnType(column.type);
  const refuse: Refuse = (problem) => {
    throw new TypeError(`the column ${JSON.stringify(column.name)} (${column.type}) ${problem}`);
  };
  const convert = CONVERSIONS[asText ? 'text' : kind];
  const single: Convert = asText
    ? (value) => textOf(convert(value, refuse))
    : (value) => convert(value, refuse);
  return list ? (value) => listOf(value, single, refuse) : single;
}

/** PostgreSQL's lists may have several dimensions, and NULL in any place, which keeps its place. */
function listOf(values: unknown, single: Convert, refuse: Refuse): DataValue {
  if (!Array.isArray(values)) return refuse(STRANGE);
  return values.map((value: unknown) => {
    if (value === null) return null;
    return Array.isArray(value) ? listOf(value, single, refuse) : single(value);
  });
}

const PRIMITIVES: ReadonlySet<string> = new Set(['string', 'number', 'bigint', 'boolean']);

/** Types that PostgreSQL's users make arrive as text, and those based on others as these do. */
function isPrimitive(value: unknown): value is string | number | bigint | boolean | Date {
  return PRIMITIVES.has(typeof value) || value instanceof Date;
}
