import { LONGEST_TIMER_MS } from '../options/check-number.js';
import type { SleepFunction } from '../types/client-options.js';

/** What an alarm does. */
export interface AlarmActions {
  ring(): void;
  /** The sleep itself failed. */
  failed(error: unknown): void;
}

/** A single timer that can be set again, earlier or later. */
export class Alarm {
  readonly #actions: AlarmActions;
  #wakeAt = Infinity;
  #current: AbortController | undefined;

  constructor(actions: AlarmActions) {
    this.#actions = actions;
  }

  /** Rings once at that time, or earlier where no timer is so long; `Infinity` is never. */
  setTo(wakeAt: number, now: number, sleep: SleepFunction): void {
    if (wakeAt === this.#wakeAt) return;
    this.#current?.abort();
    this.#current = undefined;
    this.#wakeAt = wakeAt;
    if (wakeAt === Infinity) return;
    const run = new AbortController();
    this.#current = run;
    // A part of a millisecond is rounded up, or the timer would be early and be set again.
    const milliseconds = Math.min(LONGEST_TIMER_MS, Math.max(1, Math.ceil(wakeAt - now)));
    void this.#run(run, () => sleep(milliseconds, run.signal));
  }

  async #run(run: AbortController, sleep: () => Promise<unknown>): Promise<void> {
    let act = (): void => this.#actions.ring();
    try {
      await sleep();
    } catch (error) {
      act = () => this.#actions.failed(error);
    }
    if (this.#current !== run) return;
    this.#current = undefined;
    this.#wakeAt = Infinity;
    act();
  }
}
