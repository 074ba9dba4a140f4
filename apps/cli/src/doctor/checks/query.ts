import type { ColumnDescription, Database } from '@org/db-query';
import type { Job } from '../../run/job.js';
import { ok, type Finding } from '../finding.js';
import { withSnapshot } from '../with-snapshot.js';

/** Whether the server understands the query, and what it returns. */
export async function query(
  job: Pick<Job, 'query'>,
  database: Database,
  signal: AbortSignal,
): Promise<Finding<readonly ColumnDescription[]>> {
  const columns = await withSnapshot(database, signal, (snapshot) =>
    snapshot.describe(job.query, { signal }),
  );
  const count = columns.length === 1 ? 'a column' : `${String(columns.length)} columns`;
  return ok(`${count}: ${columns.map(({ name }) => name).join(', ')}`, {
    value: columns,
    details: columns.map(({ name, type }) => `${name}: ${type}`),
  });
}
