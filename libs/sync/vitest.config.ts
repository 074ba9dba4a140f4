import { defineLibraryTests } from '../../vitest.shared.js';

export default defineLibraryTests(import.meta.dirname, {
  // Properties are tried on many runs each; on a busy machine that takes a while.
  testTimeout: 120_000,
  coverage: { lines: 99, branches: 93 },
  globalSetup: ['../../tools/vitest/postgres.ts'],
});
