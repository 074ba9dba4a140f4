import { defineLibraryTests } from '../vitest.shared.js';

export default defineLibraryTests(import.meta.dirname, {
  include: ['*/**/*.test.ts'],
  globalSetup: ['../tools/vitest/postgres.ts'],
});
