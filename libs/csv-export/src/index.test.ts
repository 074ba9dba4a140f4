import { expect, it } from 'vitest';
import * as csv from './index.js';

it('exports what it says, and nothing else', () => {
  expect(Object.keys(csv).sort()).toEqual(['CsvError', 'formatCsv', 'writeCsv', 'writeCsvBytes']);
});
