import { DatabaseError, type Database } from '@org/db-query';
import type { Job, Row } from '../../run/job.js';
import { streamRows } from '../../run/stream-rows.js';
import { failed, ok, warning, type Finding } from '../finding.js';
import { withSnapshot } from '../with-snapshot.js';

/** As many as a run looks at together before it sends any. */
const LOOK_AHEAD = 500;

/** Whether the query runs, this role may read its tables, and it finds anything: its first rows. */
export async function records(
  { query }: Pick<Job, 'query'>,
  database: Database,
  signal: AbortSignal,
): Promise<Finding<readonly Row[]>> {
  try {
    const rows = await withSnapshot(database, signal, async (snapshot) => {
      const first: Row[] = [];
      for await (const row of streamRows(snapshot, query, signal)) {
        if (first.push(row) === LOOK_AHEAD) break;
      }
      return first;
    });
    if (rows.length === 0) {
      return warning(
        'the query returns none',
        'look at its conditions: a run that finds nothing where there were records before sends nothing',
        { value: rows },
      );
    }
    const all = rows.length < LOOK_AHEAD;
    const which = rows.length === 1 ? 'the one that there is' : `all ${String(rows.length)}`;
    return ok(`${all ? which : 'the first 500'} could be read`, { value: rows });
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== 'PERMISSION_DENIED') throw error;
    const { user } = database.server;
    return failed(error.message, `grant select on the tables of the query to ${user}`);
  }
}
