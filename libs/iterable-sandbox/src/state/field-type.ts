import { isJsonObject } from '../json.js';

/** A type that a field can have; an array has the type of its elements. */
export type FieldType =
  'string' | 'date' | 'long' | 'double' | 'boolean' | 'object' | 'geo_location';

/** A type as a request may be read: `keyword` stands beside `string` in Iterable's replies. */
export type IncomingType = FieldType | 'keyword';

const ZONE = String.raw`[+-]\d{2}:\d{2}`;
const DATE_FORMATS: readonly RegExp[] = [
  String.raw`\d{4}-\d{2}-\d{2}`,
  String.raw`\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}`,
  String.raw`\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} ${ZONE}`,
  String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}(?:Z|${ZONE})`,
].map((format) => new RegExp(`^${format}$`));

const STRING: readonly IncomingType[] = ['string', 'keyword'];
const DATE: readonly IncomingType[] = ['date', 'string', 'keyword'];
const LONG: readonly IncomingType[] = ['long', 'double'];
const DOUBLE: readonly IncomingType[] = ['double'];
const BOOLEAN: readonly IncomingType[] = ['boolean'];
const OBJECT: readonly IncomingType[] = ['object'];
const GEO: readonly IncomingType[] = ['geo_location'];

const MAX_LONG = 2n ** 63n - 1n;
const MIN_LONG = -(2n ** 63n);

/**
 * The types that a value may have, the likeliest first: that one a new field gets. Not for `null`,
 * which has none, nor for arrays, which have the type of their elements.
 */
export function incomingTypes(name: string, value: unknown): readonly IncomingType[] {
  if (typeof value === 'string') return isDate(value) ? DATE : STRING;
  if (typeof value === 'boolean') return BOOLEAN;
  if (typeof value === 'bigint') return value >= MIN_LONG && value <= MAX_LONG ? LONG : DOUBLE;
  if (typeof value === 'number') {
    return Number.isInteger(value) && Math.abs(value) < 2 ** 63 ? LONG : DOUBLE;
  }
  return isGeoLocation(name, value) ? GEO : OBJECT;
}

/** Only the formats that Iterable is known to take for dates. */
function isDate(value: string): boolean {
  // Nothing but a digit can begin a date, and few texts do.
  const first = value.charCodeAt(0);
  if (first < 48 || first > 57 || value.length > 40) return false;
  return DATE_FORMATS.some((format) => format.test(value)) && isOnCalendar(value);
}

/** `2026-02-30` has the form of a date and is none. */
function isOnCalendar(value: string): boolean {
  const day = value.slice(0, 10);
  const start = Date.parse(`${day}T00:00:00.000Z`);
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day) return false;
  const clock = value.slice(11, 19);
  return clock === '' || !Number.isNaN(Date.parse(`${day}T${clock}Z`));
}

function isGeoLocation(name: string, value: unknown): boolean {
  return (
    name.endsWith('_geo_location') &&
    isJsonObject(value) &&
    typeof value['lat'] === 'number' &&
    typeof value['lon'] === 'number'
  );
}
