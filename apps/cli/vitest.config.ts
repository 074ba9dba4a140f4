import { defineLibraryTests } from '../../vitest.shared.js';

export default defineLibraryTests(import.meta.dirname, {
  include: ['test/**/*.test.ts', 'e2e/**/*.test.ts'],
  globalSetup: ['../../tools/vitest/postgres.ts'],
  testTimeout: 120_000,
});
