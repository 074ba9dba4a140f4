import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { RateLimitTimeout } from './rate-limit-timeout.js';
import { WaitingLine } from './waiting-line.js';

const slot = { startedAt: 0 };
const listeners = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length;

/** A line with these deadlines in it, and what became of each that is not waiting any more. */
function lineOf(...deadlines: number[]) {
  const line = new WaitingLine();
  const settled: Record<number, unknown> = {};
  const left: number[] = [];
  const stops = deadlines.map((deadline, place) => {
    const stop = new AbortController();
    line
      .join(deadline, stop.signal, () => left.push(place))
      .then(
        (value: unknown) => (settled[place] = value),
        (error: unknown) => (settled[place] = error),
      );
    return stop;
  });
  const now = async (): Promise<typeof settled> => {
    await new Promise(setImmediate);
    return settled;
  };
  return { line, stops, left, now };
}

it('serves who came first', async () => {
  const { line, stops, now } = lineOf(30, 10, 20);
  line.serve(slot);
  expect(await now()).toEqual({ 0: slot });
  expect(line).toMatchObject({ size: 2, firstDeadline: 10 });
  expect(stops.map(({ signal }) => listeners(signal))).toEqual([0, 1, 1]);
});

it('serves nobody where nobody waits', () => {
  const { line } = lineOf();
  line.serve(slot);
  expect(line).toMatchObject({ size: 0, firstDeadline: Infinity });
});

it('sends away those whose time is up, and no others', async () => {
  const { line, stops, now } = lineOf(30, 10, 20, 40);
  line.sendAway(9, 5);
  expect(await now()).toEqual({});
  line.sendAway(20, 5);
  const gone = new RateLimitTimeout(5);
  expect(await now()).toEqual({ 1: gone, 2: gone });
  expect(line).toMatchObject({ size: 2, firstDeadline: 30 });
  expect(stops.map(({ signal }) => listeners(signal))).toEqual([1, 0, 0, 1]);
});

it('sends all away', async () => {
  const { line, now } = lineOf(30, 10);
  const error = new Error('no timer');
  line.sendAllAway(error);
  expect(await now()).toEqual({ 0: error, 1: error });
  expect(line).toMatchObject({ size: 0, firstDeadline: Infinity });
});

it('lets go who is aborted, with the reason, and says that a place is free', async () => {
  const { line, stops, left, now } = lineOf(30, 10);
  const reason = new Error('enough');
  stops[1]?.abort(reason);
  expect(await now()).toEqual({ 1: reason });
  expect(left).toEqual([1]);
  expect(line.size).toBe(1);
  line.serve(slot);
  expect(line).toMatchObject({ size: 0, firstDeadline: Infinity });
  stops[0]?.abort();
  expect(await now()).toMatchObject({ 0: slot });
  expect(left).toEqual([1]);
});

it('takes nobody in who is aborted already', async () => {
  const line = new WaitingLine();
  const reason = new Error('enough');
  const joined = line.join(10, AbortSignal.abort(reason), () => undefined);
  await expect(joined).rejects.toBe(reason);
  expect(line).toMatchObject({ size: 0, firstDeadline: Infinity });
});

it('takes in who has no signal', async () => {
  const line = new WaitingLine();
  const joined = line.join(10, undefined, () => undefined);
  line.serve(slot);
  expect(await joined).toBe(slot);
});
