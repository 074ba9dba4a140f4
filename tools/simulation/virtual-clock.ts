import { mock } from 'node:test';

/** Who waits, and until when. */
interface Wait {
  readonly at: number;
  readonly end: () => void;
}

/**
 * A clock by which only waiting takes time. It jumps to the next moment that is waited for as soon as
 * there is nothing else to do, so what a program does costs nothing, and the same program takes the
 * same time in every run. For programs that wait for nothing else: no network, no disk.
 *
 * While it runs, `setTimeout` goes by it, too: a time limit must not end what has hardly begun by this
 * clock because the machine is slow.
 */
export class VirtualClock {
  /** The next one last. */
  readonly #waits: Wait[] = [];
  #now = 0;

  /** Milliseconds since the clock began. */
  readonly now = (): number => this.#now;

  /** Waits by this clock; rejects with the signal's reason when it is aborted. */
  readonly sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const wait: Wait = {
        at: this.#now + milliseconds,
        end: () => {
          signal?.removeEventListener('abort', abort);
          resolve();
        },
      };
      const abort = (): void => {
        this.#waits.splice(this.#waits.indexOf(wait), 1);
        reject(signal?.reason as Error);
      };
      if (signal?.aborted) return reject(signal.reason as Error);
      signal?.addEventListener('abort', abort, { once: true });
      this.#enter(wait);
    });

  /** Lets the time go on until the work is done, and gives what it gave. */
  async run<Value>(work: () => Promise<Value>): Promise<Value> {
    let done = false;
    const working = work().finally(() => (done = true));
    // It is told below; until then nobody listens.
    working.catch(() => undefined);
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      for (await nothingElseToDo(); !done; await nothingElseToDo()) this.#jump();
    } finally {
      mock.timers.reset();
    }
    return working;
  }

  #jump(): void {
    const next = this.#waits.pop();
    if (!next) throw new Error('The work waits for something that no clock will bring.');
    mock.timers.tick(next.at - this.#now);
    this.#now = next.at;
    next.end();
  }

  /** Behind those that wait for the same moment. */
  #enter(wait: Wait): void {
    let place = this.#waits.length;
    while (place > 0 && (this.#waits[place - 1]?.at ?? 0) <= wait.at) place -= 1;
    this.#waits.splice(place, 0, wait);
  }
}

/** Promises come before it. */
const nothingElseToDo = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
