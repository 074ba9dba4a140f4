import { ownWords } from '../log/own-words.js';
import { withoutAddresses } from '../log/without-addresses.js';
import type { FailedRecord } from './failed-record.js';

/** A record without whom it is about; its key stays, for without it nobody could find it. */
export function hiddenRecord(record: FailedRecord): FailedRecord {
  const { key, parts } = record;
  return {
    ...record,
    identity: null,
    key: withoutAddresses(key),
    parts: parts.map((part) => ({ ...part, reason: ownWords(part) })),
  };
}
