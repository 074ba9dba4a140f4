import { availableParallelism } from 'node:os';
import { defineLibraryTests } from '../../vitest.shared.js';

// Without coverage: most of this runs in processes that the tests start, and Vitest counts its own.
export default defineLibraryTests(import.meta.dirname, {
  include: ['test/**/*.test.ts', 'e2e/**/*.test.ts'],
  globalSetup: ['../../tools/vitest/postgres.ts'],
  testTimeout: 120_000,
  // Much of the time goes by in waiting: for replies, for a program to start, for a limit to pass.
  maxWorkers: 2 * availableParallelism(),
});
