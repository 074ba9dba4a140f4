import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Breather } from './breather.js';

const { signal } = new AbortController();

it('lets come what waits, once in a hundred rows', async () => {
  let turns = 0;
  const breather = new Breather({
    signal,
    sleep: async (milliseconds) => {
      expect(milliseconds).toBe(0);
      await turn();
      turns += 1;
    },
  });
  const after: number[] = [];
  for (let row = 1; row <= 250; row += 1) {
    await breather.breathe();
    if (row % 50 === 0) after.push(turns);
  }
  expect(after).toEqual([0, 1, 1, 2, 2]);
});

it('goes on where the run was ended meanwhile: its rows are accounted for all the same', async () => {
  const breather = new Breather({ signal, sleep: () => Promise.reject(new Error('ended')) });
  for (let row = 1; row <= 100; row += 1) await breather.breathe();
});
