import type { KeyReport, Snapshot } from '@org/db-query';
import { CliError } from '../errors/cli-error.js';
import { EXIT } from '../exit-code.js';
import type { Job } from './job.js';
import { keyProblem } from './key-problem.js';

/**
 * Makes sure that each row of a job has a key of its own, in the snapshot that is sent afterwards:
 * rows of one key would overwrite each other without a word.
 *
 * @throws CliError `KEY` where a row has none, or shares it; its exit code is that of the database,
 * since the settings are not at fault
 * @throws DatabaseError whatever else is wrong with the query
 */
export async function requireKey(
  snapshot: Pick<Snapshot, 'checkKey'>,
  { query, keyColumn: column }: Pick<Job, 'query' | 'keyColumn'>,
  signal: AbortSignal,
): Promise<KeyReport> {
  const report = await snapshot.checkKey(query, { column, signal });
  const about = { query: query.name, column };
  const problem = keyProblem(about, report);
  if (problem !== undefined) {
    const anonymous = keyProblem(about, report, { hidden: true });
    throw new CliError('KEY', EXIT.database, problem, { anonymous });
  }
  return report;
}
