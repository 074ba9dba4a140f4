import { expect, it } from 'vitest';
import { pages } from './pages.js';

it.each([
  [0, ['0+3']],
  [2, ['0+3']],
  [3, ['0+3', '30+3']],
  [7, ['0+3', '30+3', '60+3']],
])('goes through %i items and asks no more than it must', async (count, asked) => {
  const items = Array.from({ length: count }, (_, index) => ({ id: (index + 1) * 10 }));
  const requests: string[] = [];
  const read = (after: number, limit: number) => {
    requests.push(`${String(after)}+${String(limit)}`);
    return Promise.resolve(items.filter(({ id }) => id > after).slice(0, limit));
  };
  const told: unknown[] = [];
  for await (const page of pages(3, read)) told.push(...page);
  expect(told).toEqual(items);
  expect(requests).toEqual(asked);
});
