/**
 * A key as text, by which a row is known to the ledger.
 *
 * @throws TypeError for a value that has no text that is its own
 */
export function keyText(value: unknown, column: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
    return String(value);
  }
  if (value instanceof Date) return value.toISOString();
  const found = value === null || value === undefined ? 'nothing' : typeof value;
  throw new TypeError(`the key ${column} must be a text, a number or a date; found ${found}`);
}
