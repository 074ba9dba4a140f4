import type { Database } from '@org/db-query';
import type { Job } from '../../run/job.js';
import { keyProblem } from '../../run/key-problem.js';
import { counted } from '../../screen/counted.js';
import { failed, ok, type Finding } from '../finding.js';
import { withSnapshot } from '../with-snapshot.js';

/** How the keys are looked at. */
export interface KeysOptions {
  readonly signal: AbortSignal;
  /** Whether no key is told. */
  readonly hidden: boolean;
}

/** Whether each record has a key of its own; the server runs the whole query for it. */
export async function keys(
  { query, keyColumn: column }: Pick<Job, 'query' | 'keyColumn'>,
  database: Database,
  { signal, hidden }: KeysOptions,
): Promise<Finding> {
  const report = await withSnapshot(database, signal, (snapshot) =>
    snapshot.checkKey(query, { column, signal }),
  );
  const problem = keyProblem({ query: query.name, column }, report, { hidden });
  if (problem !== undefined) return failed(problem);
  return ok(`${counted(report.rows, 'record')}, each with its own ${column}`);
}
