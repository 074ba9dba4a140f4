import { expect, it } from 'vitest';
import { clock } from '../../src/doctor/checks/clock.js';

/** A reply whose server is so many seconds ahead of this machine. */
const reply = (seconds: number) => ({
  status: 200,
  time: 1_800_000_000_500,
  serverTime: 1_800_000_000_000 + seconds * 1000,
  tookMs: 10,
});

it.each([
  // Without tokens only the times that are written are off.
  [0, undefined, 'ok', 'in step'],
  [2, undefined, 'ok', 'in step'],
  [-60, undefined, 'ok', '60 s ahead'],
  [61, undefined, 'warning', '61 s behind'],
  [-61, undefined, 'warning', 'names of files'],
  // With tokens a second may count.
  [-2, 3600, 'ok', 'in step'],
  [-3, 3600, 'warning', 'tokens begin in the future'],
  [59, 3600, 'ok', '59 s behind'],
  [60, 3600, 'warning', 'tokens end before they are renewed'],
  [3599, 3600, 'warning', 'tokens end before they are renewed'],
  [3600, 3600, 'failed', 'tokens have ended before they arrive'],
  [30, 30, 'failed', 'tokens have ended before they arrive'],
])('%i s ahead at Iterable, tokens of %j s: %s', (seconds, lifetimeSeconds, status, words) => {
  const finding = clock(reply(seconds), lifetimeSeconds === undefined ? {} : { lifetimeSeconds });
  expect(finding).toMatchObject({ status, found: expect.stringContaining(words) });
  expect(finding.advice !== undefined).toBe(status !== 'ok');
});

it('is not compared where the reply has no Date', () => {
  expect(clock({ status: 200, time: 0, tookMs: 1 }, {}).status).toBe('skipped');
});
