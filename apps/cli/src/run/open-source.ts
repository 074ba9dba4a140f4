import { openDatabase, type ColumnDescription, type Database, type Snapshot } from '@org/db-query';
import type { SyncDefinition } from '@org/sync';
import type { Config } from '../config/config.js';
import { CliError } from '../errors/cli-error.js';
import { EXIT } from '../exit-code.js';
import type { Session } from '../session/session.js';
import type { Job, Row } from './job.js';
import { requireKey } from './require-key.js';

/** The rows of a job at one moment. */
export interface Source extends AsyncDisposable {
  readonly snapshot: Snapshot;
  readonly columns: readonly ColumnDescription[];
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
  { database: options }: Pick<Config, 'database'>,
  { narrator, interrupt: { stop: signal } }: Pick<Session, 'narrator' | 'interrupt'>,
): Promise<Source> {
  narrator.step('2', 'Connecting to database');
  const database = openDatabase(options);
  let snapshot: Snapshot | undefined;
  const close = async (): Promise<void> => {
    await snapshot?.close();
    await database[Symbol.asyncDispose]();
  };
  try {
    narrator.info(await connectionText(database, signal));
    narrator.step('3', `Querying ${job.title}`);
    snapshot = await database.snapshot({ signal });
    const { query, keyColumn } = job;
    const columns = await snapshot.describe(query, { signal });
    const sync = define(job, columns);
    const { rows: total } = await requireKey(snapshot, job, signal);
    narrator.info(
      `Found ${String(total)} records in one read-only snapshot, each with its own ${keyColumn}`,
    );
    const rows = streamOf(snapshot, query, signal);
    return { snapshot, columns, total, sync, rows, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function connectionText(database: Database, signal: AbortSignal): Promise<string> {
  const { serverVersion, database: name, user } = await database.check({ signal });
  return `Connected to PostgreSQL ${serverVersion}, database ${name}, as ${user}`;
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

function streamOf(
  snapshot: Snapshot,
  query: Job['query'],
  signal: AbortSignal,
): AsyncIterable<Row> {
  // The same call twice: each kind of query has a signature of its own.
  return query.columns === undefined
    ? snapshot.stream(query, { signal })
    : snapshot.stream(query, { signal });
}
