import { defineLibraryTests } from '../../vitest.shared.js';

export default defineLibraryTests(import.meta.dirname, { coverage: { lines: 98, branches: 90 } });
