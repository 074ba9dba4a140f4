import { openDatabase, type ColumnDescription, type Database, type Snapshot } from '@org/db-query';
import type { Config } from '../config/config.js';
import type { Session } from '../session/session.js';
import type { Job } from './job.js';

/** A database at one moment, and the columns of a query in it. */
export interface QuerySnapshot extends AsyncDisposable {
  readonly snapshot: Snapshot;
  readonly columns: readonly ColumnDescription[];
}

/**
 * Step 2 and the beginning of step 3: connects, takes a snapshot, and makes sure that the query is one.
 *
 * @throws DatabaseError
 */
export async function openSnapshot(
  { title, query }: Pick<Job, 'title' | 'query'>,
  { database: options }: Pick<Config, 'database'>,
  { narrator, interrupt: { stop: signal } }: Pick<Session, 'narrator' | 'interrupt'>,
): Promise<QuerySnapshot> {
  narrator.step('2', 'Connecting to database');
  const database = openDatabase(options);
  let snapshot: Snapshot | undefined;
  const close = async (): Promise<void> => {
    await snapshot?.close();
    await database[Symbol.asyncDispose]();
  };
  try {
    narrator.info(await connectionText(database, signal));
    narrator.step('3', `Querying ${title}`);
    snapshot = await database.snapshot({ signal });
    const columns = await snapshot.describe(query, { signal });
    return { snapshot, columns, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function connectionText(database: Database, signal: AbortSignal): Promise<string> {
  const { serverVersion, database: name, user } = await database.check({ signal });
  return `Connected to PostgreSQL ${serverVersion}, database ${name}, as ${user}`;
}
