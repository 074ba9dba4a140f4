import { isDate } from 'node:util/types';
import { isDateText } from './is-date-text.js';
import { hasPlace } from './is-geo-location.js';
import { isPlain } from './walk-fields.js';

/** What a value is, as far as Iterable's field types tell values apart; in words for messages. */
export type ValueKind =
  | 'text'
  | 'a date as text'
  | 'a date'
  | 'a whole number'
  | 'a fraction'
  | 'a boolean'
  | 'a location'
  | 'an object';

const INT64 = { least: -(2n ** 63n), most: 2n ** 63n - 1n } as const;

/** The kind of a value that isn't a list; `undefined` for `null` and for what can't be sent. */
export function valueKind(value: unknown): ValueKind | undefined {
  switch (typeof value) {
    case 'string':
      return isDateText(value) ? 'a date as text' : 'text';
    case 'boolean':
      return 'a boolean';
    case 'number':
      return numberKind(value);
    case 'bigint':
      return value >= INT64.least && value <= INT64.most ? 'a whole number' : undefined;
    case 'object':
      return value === null ? undefined : objectKind(value);
    case 'undefined':
    case 'function':
    case 'symbol':
      return undefined;
  }
}

/** A whole number beyond 64 bits can only be a double. */
function numberKind(value: number): ValueKind | undefined {
  if (!Number.isFinite(value)) return undefined;
  return Number.isInteger(value) && Math.abs(value) < 2 ** 63 ? 'a whole number' : 'a fraction';
}

function objectKind(value: object): ValueKind | undefined {
  if (isDate(value)) return Number.isNaN(value.getTime()) ? undefined : 'a date';
  if (Array.isArray(value) || !isPlain(value)) return undefined;
  return hasPlace(value) ? 'a location' : 'an object';
}
