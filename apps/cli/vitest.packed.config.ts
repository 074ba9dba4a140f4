import { defineLibraryTests } from '../../vitest.shared.js';

/** Apart from the other tests, as it needs all packages built, and npm's registry. */
export default defineLibraryTests(import.meta.dirname, {
  include: ['packed/**/*.test.ts'],
  testTimeout: 300_000,
});
