import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createTestDatabase } from '../../../../tools/vitest/test-database.js';

/** A place for one ledger, which nothing else uses. */
export interface Place extends AsyncDisposable {
  readonly url: string;
  /** Runs SQL beside the ledger. */
  run(sql: string): Promise<unknown>;
}

/** The kinds of ledger that two processes can share. */
export const KINDS: readonly (readonly [name: string, make: () => Promise<Place>])[] = [
  ['SQLite', sqlitePlace],
  ['PostgreSQL', postgresPlace],
];

export function sqlitePlace(): Promise<Place & { readonly path: string; readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  const path = join(folder, 'ledger.db');
  return Promise.resolve({
    url: `sqlite:${path}`,
    path,
    folder,
    run: (sql) => {
      using database = new DatabaseSync(path);
      database.exec(sql);
      return Promise.resolve();
    },
    [Symbol.asyncDispose]: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  });
}

async function postgresPlace(): Promise<Place> {
  const database = await createTestDatabase();
  return {
    url: database.url,
    run: (sql) => database.run(sql),
    [Symbol.asyncDispose]: () => database.drop(),
  };
}
