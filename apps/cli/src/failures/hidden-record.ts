import { withoutAddresses } from '../log/without-addresses.js';
import type { FailedRecord } from './failed-record.js';

/** Shorter identifiers are found in ordinary words and figures. */
const SHORTEST = 4;

/** A record without whom it is about; its key stays, for without it nobody could find it. */
export function hiddenRecord(record: FailedRecord): FailedRecord {
  const { identity, key, parts } = record;
  const [identifier = ''] = Object.values(identity ?? {});
  const hide = (text: string): string =>
    withoutAddresses(identifier.length < SHORTEST ? text : text.replaceAll(identifier, '[user]'));
  return {
    ...record,
    identity: null,
    key: withoutAddresses(key),
    parts: parts.map((part) => ({ ...part, reason: hide(part.reason) })),
  };
}
