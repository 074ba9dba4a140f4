import type { TestProject } from 'vitest/node';
import { installedPostgres } from './installed-postgres.js';
import { startPostgresServer } from './postgres-server.js';
import type {} from './test-database.js';

/** As `postgres.ts`, with the server that this machine has: so tests see a second version. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const installed = installedPostgres();
  if (installed === undefined) throw new Error('This machine has no PostgreSQL server of its own.');
  const server = await startPostgresServer({ binaries: installed.binaries });
  project.provide('databaseUrl', server.url);
  return () => server.stop();
}
