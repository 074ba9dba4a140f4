import { type Attribution, attribute } from './attribute.js';
import type { BatchItem } from './batch-item.js';
import type { BulkReading } from './bulk-reading.js';
import type { FailureList } from './failure-lists.js';
import { reconcileSingle } from './reconcile-single.js';

/** What a reply proves of the records of its request. Each record is in one of the three. */
export interface Reconciled {
  readonly delivered: readonly BatchItem[];
  readonly failed: ReadonlyMap<BatchItem, FailureList>;
  /** Nothing is proven of these: they have to be sent again. */
  readonly doubtful: readonly BatchItem[];
  /** Those of the doubtful ones that the lists point at. */
  readonly suspects: ReadonlySet<BatchItem>;
  /** Those of the delivered ones that Iterable lists as changing nothing. */
  readonly noOps: ReadonlySet<BatchItem>;
}

/**
 * Finds what became of each record. The lists know no records, only identifiers, so what they say is
 * believed of the rest only where everything adds up: the records found in the lists to `failCount`,
 * both counts to the number of records sent, and no failed identifier belongs to no record.
 * Otherwise a record may have failed that no list names.
 */
export function reconcile(items: readonly BatchItem[], reading: BulkReading): Reconciled {
  const [only] = items;
  if (only !== undefined && items.length === 1) return reconcileSingle(only, reading);
  const found = attribute(items, reading);
  const believable = found.complete && reading.successCount + reading.failCount === items.length;
  return (believable ? believe(items, reading, found) : undefined) ?? doubt(items, found);
}

/** The verdict where the counts have one explanation only. */
function believe(
  items: readonly BatchItem[],
  { failCount }: BulkReading,
  { failed, disallowed, loose, leastLoose, unclear }: Attribution,
): Reconciled | undefined {
  const listed = failed.size - disallowed;
  if (disallowed > 0) {
    // Whether events of a blocked name count as failed is not documented. If they do not, another
    // event could hide behind their number; so only this leaves no doubt of the others.
    const all = failCount === listed && loose.size === 0 && unclear.size === 0;
    return all ? verdict(items, failed, NONE, NONE) : undefined;
  }
  if (loose.size === 0)
    return failCount === listed ? verdict(items, failed, NONE, unclear) : undefined;
  // All have failed. Less than that proves nothing of the loose ones: if not all of them failed,
  // others could hide behind their number.
  if (failCount === items.length && listed + loose.size === items.length) {
    return verdict(items, new Map([...failed, ...loose]), NONE, NONE);
  }
  // As many events of the listed users have failed as the lists have entries; it is open which.
  const some = failCount === listed + leastLoose && unclear.size === 0;
  return some ? verdict(items, failed, loose, NONE) : undefined;
}

type Listed = ReadonlyMap<BatchItem, FailureList>;
const NONE: Listed = new Map();

function verdict(
  items: readonly BatchItem[],
  failed: Listed,
  doubtful: Listed,
  harmless: Listed,
): Reconciled {
  return {
    delivered: items.filter((item) => !failed.has(item) && !doubtful.has(item)),
    failed,
    doubtful: [...doubtful.keys()],
    suspects: new Set(),
    noOps: new Set([...harmless].filter(([, { code }]) => code === 'NO_OP').map(([item]) => item)),
  };
}

/** Only the listed failures stand; of all others nothing is proven. */
function doubt(
  items: readonly BatchItem[],
  { failed, loose, unclear, suspects }: Attribution,
): Reconciled {
  const pointedAt = new Set([...suspects, ...loose.keys(), ...unclear.keys()]);
  for (const item of failed.keys()) pointedAt.delete(item);
  return {
    delivered: [],
    failed,
    doubtful: items.filter((item) => !failed.has(item)),
    suspects: pointedAt,
    noOps: new Set(),
  };
}
