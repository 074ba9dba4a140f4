import type { BatchItem } from './batch-item.js';
import type { BulkReading, ListedIdentifier } from './bulk-reading.js';
import { DISALLOWED, type FailureList } from './failure-lists.js';

/** What the lists of a reply say of the records, before it is known whether to believe it. */
export interface Attribution {
  /** Records that a list names beyond doubt. */
  readonly failed: Map<BatchItem, FailureList>;
  /** Those of `failed` that are events of a blocked name. */
  readonly disallowed: number;
  /** Events of a user of whose events only some may have failed. */
  readonly loose: Map<BatchItem, FailureList>;
  /** How many of the loose ones have failed at least. */
  readonly leastLoose: number;
  /** Records in lists that may or may not be failures. */
  readonly unclear: Map<BatchItem, FailureList>;
  /** Records that have something to do with a conflict. */
  readonly suspects: Set<BatchItem>;
  /** Whether each failure in the lists has found its record. */
  readonly complete: boolean;
}

/** Finds the records behind the identifiers of the lists. */
export function attribute(items: readonly BatchItem[], reading: BulkReading): Attribution {
  const failed = new Map<BatchItem, FailureList>();
  for (const item of items) if (isDisallowed(item, reading)) failed.set(item, DISALLOWED);
  const disallowed = failed.size;
  const loose = new Map<BatchItem, FailureList>();
  const unclear = new Map<BatchItem, FailureList>();
  const suspects = new Set<BatchItem>();
  let leastLoose = 0;
  let complete = true;

  const sent = Map.groupBy(items, ({ user }) => user);
  for (const each of reading.listed) {
    const { list, times } = each;
    const own = each.users.flatMap((user) => sent.get(user) ?? []);
    const open = own.filter((item) => !failed.has(item));
    if (list.names === 'unclear') {
      for (const item of open) unclear.set(item, list);
    } else if (list.names === 'existing') {
      complete = false;
      for (const item of items) if (mentions(item, each)) suspects.add(item);
    } else if (own.length === 0) {
      complete = false;
    } else if (times >= open.length) {
      for (const item of open) failed.set(item, list);
    } else {
      for (const item of open) loose.set(item, list);
      leastLoose += times;
    }
  }
  for (const item of [...failed.keys(), ...loose.keys()]) unclear.delete(item);
  return { failed, disallowed, loose, leastLoose, unclear, suspects, complete };
}

/** Whether an event's name is among those that the project blocks. */
export const isDisallowed = ({ eventName }: BatchItem, reading: BulkReading): boolean =>
  eventName !== undefined && reading.disallowedEventNames.has(eventName);

/** Only steers which records are tried apart, so a false hit costs a request and no truth. */
function mentions(item: BatchItem, { users, identifier }: ListedIdentifier): boolean {
  return users.includes(item.user) || item.text.toLowerCase().includes(identifier.toLowerCase());
}
