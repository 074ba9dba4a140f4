/**
 * The text of an identifier, a key or a number, as `mapColumns` makes it: a key function of one's own that
 * uses it knows the rows of a mapping by the same keys. A `Date` tells what it knows beyond milliseconds.
 *
 * @throws TypeError for a value that has no text of its own
 * @example
 * import { textOf } from '@org/sync';
 *
 * const key = (row: { id: bigint }): string => textOf(row.id);
 */
export function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
    case 'undefined':
    case 'function':
    case 'symbol':
  }
  if (value instanceof Date) return value.toISOString();
  throw new TypeError(`a text was to be made of a value of the type ${typeof value}`);
}
