import { defineConfig } from 'vitest/config';
import { installedPostgres } from '../../tools/vitest/installed-postgres.js';
import { defineLibraryTests, type LibraryTestOptions } from '../../vitest.shared.js';

/** What an older server may do otherwise: types, snapshots, the server's CSV, cancelling. */
const ON_EACH_VERSION = ['types', 'snapshot', 'copy', 'copy-same-bytes', 'copy-from', 'cancel'].map(
  (name) => `test/${name}.test.ts`,
);

const project = (name: string, options: LibraryTestOptions) => {
  const config = defineLibraryTests(import.meta.dirname, options);
  return { ...config, test: { ...config.test, name } };
};

// Whoever names a server wants that one.
const isNamed = ['TEST_DATABASE_URL', 'TEST_POSTGRES_BINARIES'].some((name) => process.env[name]);
const installed = isNamed ? undefined : installedPostgres();

const projects = [project('PostgreSQL', { globalSetup: ['../../tools/vitest/postgres.ts'] })];
if (installed !== undefined) {
  projects.push(
    project(`PostgreSQL ${installed.version}`, {
      globalSetup: ['../../tools/vitest/postgres-installed.ts'],
      include: ON_EACH_VERSION,
    }),
  );
}

// What tests reach is counted over all projects.
const { test: { coverage } = {} } = defineLibraryTests(import.meta.dirname, {
  coverage: { lines: 98, branches: 96 },
});

export default defineConfig({ test: { projects, ...(coverage && { coverage }) } });
