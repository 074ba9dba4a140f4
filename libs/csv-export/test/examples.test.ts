import { join } from 'node:path';
import { testExamples } from '../../../tools/vitest/examples.js';

testExamples({ room: join(import.meta.dirname, '..'), library: '@org/csv-export', atLeast: 6 });
