import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests of the workspace itself. They look at all of it, so there is no cache that would help. */
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: `${import.meta.dirname}/../node_modules/.vite/tools`,
  test: {
    globalSetup: ['vitest/temporary-folder.ts'],
    include: ['workspace/**/*.test.ts'],
    // Each works on a copy of its own. By itself Vitest leaves one core for others.
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
