/**
 * A value for `dataFields`.
 *
 * - `Date`: written as `yyyy-MM-dd HH:mm:ss +00:00`, in UTC; parts of a second are cut off, for
 *   Iterable's date type has none. Strings are never taken for dates.
 * - `bigint`: written digit by digit; refused outside of 64 bits.
 * - `undefined` as a property: the property is left out, so Iterable keeps what it has.
 * - `null`: sent as `null`.
 *
 * Refused before sending, with the path of the value: `NaN`, `Infinity`, an invalid `Date`,
 * functions, symbols, `undefined` in arrays, cycles, and objects that JSON would empty (`Map`,
 * `Set`, `Buffer`, class instances).
 */
export type DataValue =
  | string
  | number
  | boolean
  | bigint
  | Date
  | null
  | undefined
  | readonly DataValue[]
  | { readonly [name: string]: DataValue };

/**
 * Fields of a profile or an event. The first value of a field fixes its type in Iterable for ever
 * (support.iterable.com 208183076); names are case-sensitive.
 */
export type DataFields = Readonly<Record<string, DataValue>>;
