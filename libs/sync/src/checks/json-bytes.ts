import { isDate } from 'node:util/types';
import { isPlain } from './walk-fields.js';

const DEEPEST = 200;
/** `"2026-01-13 14:30:45 +00:00"`: how the client writes dates. */
const DATE_BYTES = 28;
/** `-1.7976931348623157e+308`, the longest that a number becomes. */
const MOST_NUMBER_BYTES = 24;
/** A UTF-16 unit becomes six bytes at most: `\u0000`. */
const MOST_UNIT_BYTES = 6;

interface Measures {
  text(value: string): number;
  number(value: number): number;
}

const EXACT: Measures = {
  text: (value) => Buffer.byteLength(JSON.stringify(value)),
  number: (value) => String(value).length,
};

const AT_MOST: Measures = {
  text: (value) => MOST_UNIT_BYTES * value.length + 2,
  number: () => MOST_NUMBER_BYTES,
};

/** The bytes that a record has in a request's body, as the client writes it. */
export function jsonBytes(record: object): number {
  return bytesOf(record, EXACT, []);
}

/** A number of bytes that the record surely doesn't exceed, told without writing it. */
export function jsonBytesAtMost(record: object): number {
  return bytesOf(record, AT_MOST, []);
}

function bytesOf(value: unknown, measures: Measures, above: object[]): number {
  switch (typeof value) {
    case 'string':
      return measures.text(value);
    case 'number':
      return measures.number(value);
    case 'bigint':
      return value.toString().length;
    case 'boolean':
      return value ? 4 : 5;
    case 'object':
      return value === null ? 4 : insideOf(value, measures, above);
    case 'undefined':
    case 'function':
    case 'symbol':
      // The client refuses it, whatever its size.
      return 0;
  }
}

function insideOf(value: object, measures: Measures, above: object[]): number {
  if (isDate(value)) return DATE_BYTES;
  // Deeper, or in a circle: the client refuses it.
  if (above.length >= DEEPEST || above.includes(value)) return 0;
  above.push(value);
  let bytes = 2;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) bytes += bytesOf(item, measures, above);
    count = value.length;
  } else if (isPlain(value)) {
    const fields = value as Readonly<Record<string, unknown>>;
    for (const name of Object.keys(fields)) {
      const field = fields[name];
      if (field === undefined) continue;
      bytes += measures.text(name) + 1 + bytesOf(field, measures, above);
      count += 1;
    }
  }
  above.pop();
  return bytes + Math.max(0, count - 1);
}
