import { expect, it } from 'vitest';
import { suffixed } from './suffixed.js';

it.each([
  ['results.csv', 'results_2.csv'],
  ['out/query_results_20260113_143045.csv', 'out/query_results_20260113_143045_2.csv'],
  ['results.csv.gz', 'results_2.csv.gz'],
  ['results.CSV.GZ', 'results_2.CSV.GZ'],
  ['results.gz', 'results_2.gz'],
  ['results', 'results_2'],
  ['v1.2/results', 'v1.2/results_2'],
  ['results.v1.csv', 'results.v1_2.csv'],
  ['.hidden', '.hidden_2'],
  ['out/.hidden', 'out/.hidden_2'],
  ['.gz', '_2.gz'],
])('%s becomes %s', (path, next) => {
  expect(suffixed(path, 2)).toBe(next);
});
