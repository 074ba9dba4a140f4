import type { Rate } from '../operations/operation.js';
import { sleep as timer } from '../options/sleep.js';
import type { SleepFunction } from '../types/client-options.js';
import type { RateLimitState } from '../types/rate-limits.js';
import { Alarm } from './alarm.js';
import { Pacer } from './pacer.js';
import { type Slot, Slots } from './slots.js';
import { WaitingLine } from './waiting-line.js';

/** A reply that asks for more is not believed: one odd reply must not stop a process for good. */
const LONGEST_CLOSING_MS = 3_600_000;

/** What a bucket is made of. */
export interface BucketInput {
  /** `undefined`: none. A 429 closes the bucket all the same. */
  readonly limit: Rate | undefined;
  readonly pace: boolean;
  readonly arrivalWithinMs: number;
  readonly now: () => number;
  readonly sleep: SleepFunction;
}

/** How long a call would wait. */
export interface TakeOptions {
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs: number;
}

/** The limit of one operation: who may start now, and who waits, first come first served. */
export class Bucket {
  readonly limit: Rate | undefined;
  readonly #now: () => number;
  readonly #sleep: SleepFunction;
  readonly #slots: Slots;
  readonly #pacer: Pacer | undefined;
  readonly #line = new WaitingLine();
  readonly #alarm: Alarm;
  #closedUntil = -Infinity;

  constructor({ limit, pace, arrivalWithinMs, now, sleep }: BucketInput) {
    const periodMs = (limit?.periodSeconds ?? 0) * 1000;
    this.limit = limit;
    this.#now = now;
    this.#sleep = sleep;
    this.#slots = new Slots(limit?.requests ?? Infinity, periodMs, arrivalWithinMs);
    this.#pacer = pace && limit ? new Pacer(periodMs / limit.requests) : undefined;
    this.#alarm = new Alarm({
      ring: () => this.#serve(),
      failed: (error) => this.#line.sendAllAway(error as Error),
    });
  }

  get state(): RateLimitState {
    const now = this.#now();
    const free = this.#slots.free(now);
    return Object.freeze({
      limit: this.limit,
      available: this.#opensAt(now) > now ? 0 : free,
      inFlight: this.#slots.inFlight,
      waiting: this.#line.size,
      closedForMs: Math.max(0, this.#closedUntil - now),
    });
  }

  /**
   * A slot, at once if one is free and nobody waits, or else a promise of one. It rejects with a
   * `RateLimitTimeout` or with the signal's reason, and then has left nothing behind.
   */
  take({ signal, timeoutMs }: TakeOptions): Slot | Promise<Slot> {
    const now = this.#now();
    if (this.#line.size === 0 && this.#opensAt(now) <= now) return this.#start(now);
    const wait = this.#line.join(now + timeoutMs, signal, () => this.#serve());
    this.#serve();
    return wait;
  }

  /** The reply of a request is there, or none will come. */
  end(slot: Slot): void {
    this.#slots.end(slot, this.#now());
    this.#serve();
  }

  /** A slot was not needed: nothing was sent. */
  cancel(slot: Slot): void {
    this.#slots.cancel(slot);
    this.#serve();
  }

  /** Lets nobody start for a while: Iterable said that it was too much. */
  closeFor(milliseconds: number): void {
    const until = this.#now() + Math.min(milliseconds, LONGEST_CLOSING_MS);
    this.#closedUntil = Math.max(this.#closedUntil, until);
    this.#serve();
  }

  /** The earliest start as far as the clock tells; up to `now` means now. */
  #opensAt(now: number): number {
    const slotAt = this.#slots.free(now) > 0 ? now : this.#slots.nextAt();
    return Math.max(slotAt, this.#closedUntil, this.#pacer?.nextAt ?? -Infinity);
  }

  #start(now: number): Slot {
    this.#pacer?.start(now);
    return this.#slots.start(now);
  }

  /** Lets start who may, sends away who has no time, and sets the alarm for whichever is next. */
  #serve(): void {
    const now = this.#now();
    if (this.#line.size > 0) {
      // Waiting for what cannot be in time would only delay the bad news.
      const hopelessUntil = Math.max(now, this.#closedUntil);
      this.#line.sendAway(hopelessUntil, hopelessUntil - now);
      while (this.#line.size > 0 && this.#opensAt(now) <= now) this.#line.serve(this.#start(now));
    }
    this.#setAlarm(now);
  }

  #setAlarm(now: number): void {
    const { size, firstDeadline } = this.#line;
    const opensAt = this.#opensAt(now);
    const wakeAt = Math.min(opensAt, firstDeadline);
    // Where only a reply can open the bucket, time that a test makes up must not run ahead of it.
    const sleep = opensAt === Infinity ? timer : this.#sleep;
    this.#alarm.setTo(size === 0 ? Infinity : wakeAt, now, sleep);
  }
}
