import type { CallEffect } from '../errors/iterable-error.js';
import { rateLimitErrorOf } from '../errors/rate-limit-error-of.js';
import type { Bucket } from '../rate-limit/bucket.js';
import { RateLimitTimeout } from '../rate-limit/rate-limit-timeout.js';
import type { Slot } from '../rate-limit/slots.js';
import type { Counts } from './statistics.js';

/** How a call stands that would send a request. */
export interface SlotWait {
  readonly operation: string;
  readonly attempts: number;
  readonly effect: CallEffect;
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
  readonly now: () => number;
  readonly counts: Counts;
}

/** Waits until the rate limit lets a request start; throws the error of a call that has no time for it. */
export async function waitForSlot(bucket: Bucket, wait: SlotWait): Promise<Slot> {
  const { operation, attempts, effect, signal, timeoutMs, now, counts } = wait;
  const since = now();
  const slot = bucket.take({ signal, timeoutMs });
  if (!(slot instanceof Promise)) return slot;
  try {
    return await slot;
  } catch (error) {
    if (!(error instanceof RateLimitTimeout)) throw error;
    const { limit } = bucket;
    const { closedForMs } = error;
    throw rateLimitErrorOf({ operation, attempts, effect, limit, timeoutMs, closedForMs });
  } finally {
    counts.rateLimitWaitMs += now() - since;
  }
}
