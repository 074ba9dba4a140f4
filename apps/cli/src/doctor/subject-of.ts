import type { Subject } from '@org/iterable-client';
import type { SyncDefinition } from '@org/sync';
import type { Row } from '../run/job.js';

/** A user whom a row is about; none where the row can't be mapped. */
export function subjectOf(sync: SyncDefinition<Row>, row: Row): Subject | undefined {
  try {
    const { email, userId } = sync.user?.(row) ?? sync.event?.(row) ?? {};
    if (email !== undefined) return { email };
    return userId === undefined ? undefined : { userId };
  } catch {
    // Another check tells of rows that can't be mapped.
    return undefined;
  }
}
