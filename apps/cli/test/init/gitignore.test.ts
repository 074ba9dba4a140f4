import { expect, it } from 'vitest';
import { GITIGNORE, missingPatterns } from '../../src/init/gitignore.js';

it('a new one lacks nothing', () => {
  expect(missingPatterns(GITIGNORE)).toEqual([]);
});

it('lines that another one lacks are found, however it ends its lines', () => {
  const text = 'node_modules/\r\n/.env\r\n.iterable-sync\r\n*.log\r\n';
  expect(missingPatterns(text)).toEqual([
    'query_results_*.csv',
    'integration_results_*.json',
    'integration_failures_*.ndjson',
  ]);
});

it('a line that takes something back is no line that ignores it', () => {
  expect(missingPatterns(`!.env\n# *.log\n`)).toEqual(missingPatterns(''));
});
