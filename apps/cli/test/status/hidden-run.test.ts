import type { RunRecord } from '@org/sync/ledger';
import { expect, it } from 'vitest';
import { hiddenRun } from '../../src/status/hidden-run.js';

const run = (stopped?: { reason: string; detail: string }) =>
  ({ id: 7, sync: 'orders', end: { finishedAt: 1, counts: {}, stopped } }) as unknown as RunRecord;

it('what Iterable said of the end of a run is not told', () => {
  const told = hiddenRun(run({ reason: 'authentication', detail: 'HTTP 403: not for user 7' }));
  expect(told).toEqual(
    run({ reason: 'authentication', detail: 'Iterable refuses the credentials.' }),
  );
});

it.each([undefined, { reason: 'guard', detail: 'more than 7 rows failed' }])(
  'an end in words of this program stays: %j',
  (stopped) => {
    expect(hiddenRun(run(stopped))).toEqual(run(stopped));
  },
);

it('a run that goes on has no end', () => {
  const going = { id: 7, sync: 'orders', running: true } as RunRecord;
  expect(hiddenRun(going)).toBe(going);
});
