import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testExamples } from '../../../tools/vitest/examples.js';

const room = join(import.meta.dirname, '..');

testExamples({ room, library: '@org/iterable-sandbox', atLeast: 3 });

it('the quick start in the README is a test that runs here', () => {
  const test = readFileSync(join(import.meta.dirname, 'quick-start.test.ts'), 'utf8');
  const readme = readFileSync(join(room, 'README.md'), 'utf8');
  expect(readme).toContain(test.replace("'../src/index.js'", "'@org/iterable-sandbox'").trim());
});
