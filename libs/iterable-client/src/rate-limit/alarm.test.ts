import { expect, it } from 'vitest';
import { LONGEST_TIMER_MS } from '../options/check-number.js';
import { Alarm } from './alarm.js';

/** An alarm, and the waits it asked for. */
function scriptedAlarm() {
  const said: string[] = [];
  const waits: { readonly milliseconds: number; readonly ring: () => void; aborted: boolean }[] =
    [];
  const alarm = new Alarm({
    ring: () => said.push('ring'),
    failed: (error) => said.push(`failed: ${String(error)}`),
  });
  const sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const wait = { milliseconds, ring: resolve, aborted: false };
      signal?.addEventListener('abort', () => (wait.aborted = true));
      waits.push(wait);
    });
  return { alarm, sleep, said, waits };
}

it.each([
  [1000.2, 1000, 1],
  [1010.2, 1000, 11],
  [1000, 1000, 1],
  [900, 1000, 1],
  [0.1 + LONGEST_TIMER_MS, 0.1, LONGEST_TIMER_MS],
  // A timer that is too long would end at once, again and again.
  [1e15, 0, LONGEST_TIMER_MS],
])('set to %d at %d it waits %d ms', (wakeAt, now, milliseconds) => {
  const { alarm, sleep, waits } = scriptedAlarm();
  alarm.setTo(wakeAt, now, sleep);
  expect(waits).toMatchObject([{ milliseconds }]);
});

it('rings once, and can be set to the same time again', async () => {
  const { alarm, sleep, said, waits } = scriptedAlarm();
  alarm.setTo(100, 0, sleep);
  alarm.setTo(100, 10, sleep);
  expect(waits).toHaveLength(1);
  waits[0]?.ring();
  await Promise.resolve();
  await Promise.resolve();
  expect(said).toEqual(['ring']);
  alarm.setTo(100, 20, sleep);
  expect(waits).toMatchObject([{ milliseconds: 100 }, { milliseconds: 80, aborted: false }]);
});

it.each([50, 200, Infinity])('set to another time (%d) forgets the one before', async (wakeAt) => {
  const { alarm, sleep, said, waits } = scriptedAlarm();
  alarm.setTo(100, 0, sleep);
  alarm.setTo(wakeAt, 0, sleep);
  expect(waits[0]?.aborted).toBe(true);
  waits[0]?.ring();
  await new Promise(setImmediate);
  expect(said).toEqual([]);
  expect(waits).toHaveLength(wakeAt === Infinity ? 1 : 2);
});

it('tells that its sleep failed', async () => {
  const { alarm, said } = scriptedAlarm();
  alarm.setTo(100, 0, () => Promise.reject(new Error('no timer')));
  await new Promise(setImmediate);
  expect(said).toEqual(['failed: Error: no timer']);
});
