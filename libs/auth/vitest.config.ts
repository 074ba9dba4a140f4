import { defineLibraryTests } from '../../vitest.shared.js';

export default defineLibraryTests(import.meta.dirname, { coverage: { lines: 99, branches: 97 } });
