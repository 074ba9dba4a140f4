import { describe } from '../options/check-keys.js';

/** Refuses what is no source of records, before anything is done. */
export function checkSource(what: string, records: unknown): void {
  const iterable =
    typeof records === 'object' &&
    records !== null &&
    (Symbol.asyncIterator in records || Symbol.iterator in records);
  if (iterable) return;
  throw new TypeError(
    `${what}: records must be an iterable or an async iterable; received ${describe(records)}.`,
  );
}
