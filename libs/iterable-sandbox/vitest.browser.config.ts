import { defineLibraryTests } from '../../vitest.shared.js';

/** Apart from the other tests, as not every machine has a browser. */
export default defineLibraryTests(import.meta.dirname, { include: ['test/browser/*.browser.ts'] });
