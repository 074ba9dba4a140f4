import { join } from 'node:path';
import { testExamples } from '../../../tools/vitest/examples.js';

testExamples({ room: join(import.meta.dirname, '..'), library: '@org/auth', atLeast: 9 });
