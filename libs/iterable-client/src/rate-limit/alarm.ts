import type { SleepFunction } from '../types/client-options.js';

/** What an alarm does. */
export interface AlarmActions {
  ring(): void;
  /** The sleep itself failed. */
  failed(error: unknown): void;
}

/** A single timer that can be set again, earlier or later. */
export class Alarm {
  readonly #sleep: SleepFunction;
  readonly #actions: AlarmActions;
  #wakeAt = Infinity;
  #current: AbortController | undefined;

  constructor(sleep: SleepFunction, actions: AlarmActions) {
    this.#sleep = sleep;
    this.#actions = actions;
  }

  /** Rings once at that time; `Infinity` is never. */
  setTo(wakeAt: number, now: number): void {
    if (wakeAt === this.#wakeAt) return;
    this.#current?.abort();
    this.#current = undefined;
    this.#wakeAt = wakeAt;
    if (wakeAt === Infinity) return;
    this.#current = new AbortController();
    // A part of a millisecond is rounded up, or the timer would be early and be set again.
    void this.#run(Math.max(1, Math.ceil(wakeAt - now)), this.#current);
  }

  async #run(milliseconds: number, run: AbortController): Promise<void> {
    let act = (): void => this.#actions.ring();
    try {
      await this.#sleep(milliseconds, run.signal);
    } catch (error) {
      act = () => this.#actions.failed(error);
    }
    if (this.#current !== run) return;
    this.#current = undefined;
    this.#wakeAt = Infinity;
    act();
  }
}
