import type { DatabaseSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import { nodeSqliteDatabase } from './node-sqlite-database.js';
import { patiently } from './patiently.js';
import { toSqliteError } from './sqlite-error.js';

/** What the dialect needs besides the database. */
export interface LedgerSqliteOptions {
  readonly database: DatabaseSync;
  readonly busyTimeoutMs: number;
  /** Which ledger it is, for messages. */
  readonly place: string;
}

/** Kysely's SQLite dialect for a file that several processes write, whose errors have codes. */
export class LedgerSqliteDialect extends SqliteDialect {
  readonly #options: LedgerSqliteOptions;

  constructor(options: LedgerSqliteOptions) {
    super({ database: nodeSqliteDatabase(options.database) });
    this.#options = options;
  }

  override createDriver(): Driver {
    return new SharedFileDriver(this.#options);
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter();
  }
}

/** Makes of all migrations one transaction, as SQLite can: two processes may open a new file at once. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class SharedFileDriver extends SqliteDriver {
  readonly #options: LedgerSqliteOptions;

  constructor(options: LedgerSqliteOptions) {
    super({ database: nodeSqliteDatabase(options.database) });
    this.#options = options;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const inner = await super.acquireConnection();
    const { busyTimeoutMs, place } = this.#options;
    return {
      executeQuery: <R>(query: CompiledQuery) =>
        patiently(busyTimeoutMs, () => inner.executeQuery<R>(query)).catch((error: unknown) => {
          throw toSqliteError(error, place);
        }),
      streamQuery: (query, chunkSize) => inner.streamQuery(query, chunkSize),
    };
  }

  /** Takes the right to write at once: to ask for it later may be refused for good. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** After some errors, such as a full disk, SQLite has rolled back by itself. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#options.database.isTransaction) await super.rollbackTransaction(connection);
  }
}
