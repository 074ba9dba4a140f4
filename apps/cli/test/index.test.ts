import { expect, it } from 'vitest';
import * as cli from '../src/index.js';

it('exports what it says, and nothing else', () => {
  expect(Object.keys(cli).sort()).toEqual([
    'Timestamp',
    'defineConfig',
    'defineQuery',
    'fromQuery',
    'proUsersWithRecentEngagement',
    'sqlQuery',
  ]);
});
