import type { ColumnDescription } from '@org/db-query';
import { SyncMappingError, type SyncDefinition } from '@org/sync';
import type { Job, Row } from '../../run/job.js';
import { failed, ok, type Finding } from '../finding.js';

/** Whether the sync fits the columns of its query. */
export function mapping(
  job: Pick<Job, 'define' | 'keyColumn'>,
  columns: readonly ColumnDescription[],
): Finding<SyncDefinition<Row>> {
  try {
    const sync = job.define(columns);
    const sent = [sync.user && 'a profile update', sync.event && 'an event'].filter(Boolean);
    return ok(`each record becomes ${sent.join(' and ')}`, { value: sync });
  } catch (error) {
    if (!(error instanceof SyncMappingError)) throw error;
    return failed(error.problems.join('\n'), 'change the mapping or the query');
  }
}
