import { defineLibraryTests } from '../vitest.shared.js';

export default defineLibraryTests(import.meta.dirname);
