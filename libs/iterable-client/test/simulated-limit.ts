import { Bucket, type BucketInput } from '../src/rate-limit/bucket.js';
import type { Slot } from '../src/rate-limit/slots.js';

/** One request, as the network treats it. Times are in milliseconds. */
export interface SimulatedRequest {
  /** When its caller asks. */
  readonly at: number;
  /** From its start until it reaches the server. */
  readonly travelMs: number;
  /** From there until the reply begins. */
  readonly replyMs: number;
  /** When its caller loses patience, counted from `at`. */
  readonly abortAfterMs?: number | undefined;
}

/** What came of them. */
export interface SimulatedOutcome {
  /** Who started, in the order of the starts. */
  readonly started: readonly { readonly index: number; readonly at: number }[];
  /** When requests reached the server, in order. */
  readonly arrivals: readonly number[];
  readonly aborted: number;
  /** The most timers that were set at once. */
  readonly mostTimers: number;
  readonly bucket: Bucket;
}

/** A clock of its own, and what is to happen by it. */
class Timeline {
  now = 0;
  readonly #events: { readonly at: number; readonly act: () => void }[] = [];

  plan(at: number, act: () => void): void {
    let index = this.#events.length;
    while (index > 0 && (this.#events[index - 1]?.at ?? 0) > at) index -= 1;
    this.#events.splice(index, 0, { at, act });
  }

  async run(): Promise<void> {
    for (let next = this.#events.shift(); next; next = this.#events.shift()) {
      this.now = Math.max(this.now, next.at);
      next.act();
      await new Promise(setImmediate);
    }
  }
}

/** Runs requests through a bucket by a simulated clock whose timers are late by `latenessMs` each. */
export async function simulateLimit(
  input: Pick<BucketInput, 'limit'> & Partial<Pick<BucketInput, 'pace' | 'arrivalWithinMs'>>,
  requests: readonly SimulatedRequest[],
  latenessMs: (timer: number) => number = () => 0,
): Promise<SimulatedOutcome> {
  const time = new Timeline();
  const started: { index: number; at: number }[] = [];
  const arrivals: number[] = [];
  let [timers, set, mostTimers, aborted] = [0, 0, 0, 0];
  const bucket = new Bucket({
    pace: false,
    arrivalWithinMs: Infinity,
    ...input,
    now: () => time.now,
    sleep: (milliseconds, signal) =>
      new Promise<void>((resolve, reject) => {
        set += 1;
        mostTimers = Math.max(mostTimers, set);
        const stop = (end: () => void) => (): void => {
          if (signal?.aborted && end === resolve) return;
          set -= 1;
          end();
        };
        signal?.addEventListener(
          'abort',
          stop(() => reject(new Error('stopped'))),
        );
        time.plan(time.now + milliseconds + latenessMs((timers += 1)), stop(resolve));
      }),
  });
  const send = (index: number, slot: Slot, { travelMs, replyMs }: SimulatedRequest): void => {
    started.push({ index, at: time.now });
    arrivals.push(time.now + travelMs);
    time.plan(time.now + travelMs + replyMs, () => bucket.end(slot));
  };
  requests.forEach((request, index) => {
    time.plan(request.at, () => {
      const patience = new AbortController();
      if (request.abortAfterMs !== undefined) {
        time.plan(time.now + request.abortAfterMs, () => patience.abort());
      }
      const slot = bucket.take({ signal: patience.signal, timeoutMs: 1e12 });
      if (!(slot instanceof Promise)) return send(index, slot, request);
      slot.then(
        (taken) => send(index, taken, request),
        () => (aborted += 1),
      );
    });
  });
  await time.run();
  return { started, arrivals: arrivals.sort((a, b) => a - b), aborted, mostTimers, bucket };
}

/** The most arrivals in any period, wherever it begins. */
export function mostInAnyPeriod(arrivals: readonly number[], periodMs: number): number {
  let most = 0;
  for (let last = 0, first = 0; last < arrivals.length; last += 1) {
    while ((arrivals[first] ?? 0) <= (arrivals[last] ?? 0) - periodMs) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
