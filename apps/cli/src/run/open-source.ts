import type { ColumnDescription } from '@org/db-query';
import type { SyncDefinition } from '@org/sync';
import type { Config } from '../config/config.js';
import { CliError } from '../errors/cli-error.js';
import { EXIT } from '../exit-code.js';
import { counted } from '../screen/counted.js';
import type { Session } from '../session/session.js';
import type { Job, Row } from './job.js';
import { openSnapshot, type QuerySnapshot } from './open-snapshot.js';
import { requireKey } from './require-key.js';
import { streamRows } from './stream-rows.js';

/** The rows of a job at one moment. */
export interface Source extends QuerySnapshot {
  /** How many rows the query returns. */
  readonly total: number;
  /** What a row becomes in Iterable. */
  readonly sync: SyncDefinition<Row>;
  /** Iterated again, the query runs again. */
  readonly rows: AsyncIterable<Row>;
}

/**
 * Steps 2 and 3: connects, takes a snapshot, and makes sure that the query is one, that the sync fits
 * its columns, and that each row has a key of its own. Nothing has been written or sent then.
 *
 * @throws DatabaseError, or CliError `MAPPING` or `KEY`
 */
export async function openSource(
  job: Job,
  config: Pick<Config, 'database'>,
  session: Pick<Session, 'narrator' | 'interrupt'>,
): Promise<Source> {
  const { narrator } = session;
  const signal = session.interrupt.stop;
  const opened = await openSnapshot(job, config, session);
  try {
    const { snapshot, columns } = opened;
    const { query, keyColumn } = job;
    const sync = define(job, columns);
    const { rows: total } = await requireKey(snapshot, job, signal);
    narrator.info(
      `Found ${counted(total, 'record')} in one read-only snapshot, each with its own ${keyColumn}`,
    );
    const rows = streamRows(snapshot, query, signal);
    return { ...opened, total, sync, rows };
  } catch (error) {
    await opened[Symbol.asyncDispose]();
    throw error;
  }
}

function define(job: Job, columns: readonly ColumnDescription[]): SyncDefinition<Row> {
  try {
    return job.define(columns);
  } catch (error) {
    const { problems } = error as { problems?: readonly string[] };
    if (!Array.isArray(problems)) throw error;
    throw new CliError(
      'MAPPING',
      EXIT.usage,
      [
        `The sync ${job.name} does not fit the columns of its query. Nothing was sent.`,
        ...(problems as readonly string[]).map((problem) => `  - ${problem}`),
      ].join('\n'),
      { cause: error },
    );
  }
}
