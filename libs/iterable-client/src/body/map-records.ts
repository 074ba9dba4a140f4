import type { RecordPlace } from '../operations/operation.js';
import { isRecord } from '../reply/is-record.js';
import type { ValuePath } from './path-text.js';
import type { Refuse } from './refuse.js';

/** Something like a record of a body. */
export type BodyRecord = Readonly<Record<string, unknown>>;

/**
 * The body with each of its records replaced by what `change` makes of it. The caller's objects are
 * never changed.
 */
export function mapRecords(
  body: BodyRecord,
  place: RecordPlace,
  refuse: Refuse,
  change: (record: BodyRecord, path: ValuePath) => BodyRecord,
): BodyRecord {
  if (place === 'body') return change(body, ['body']);
  const list = body[place];
  if (place === 'user') {
    if (!isRecord(list)) return refuse(['body', place], 'must be an object');
    return { ...body, [place]: change(list, ['body', place]) };
  }
  if (!Array.isArray(list)) return refuse(['body', place], 'must be a list');
  return {
    ...body,
    [place]: list.map((record: unknown, index) => {
      const path = ['body', place, index];
      return isRecord(record) ? change(record, path) : refuse(path, 'must be an object');
    }),
  };
}
