import type { Rate } from '../operations/operation.js';
import type { Failure } from './failure.js';

const FIRST_DELAY_MS = 1000;
const PART_OF_PERIOD = 1 / 4;

/**
 * The first backoff after a failure, in milliseconds: 1 s; after a 429 at least a quarter of the
 * limit's period, because a limit per minute will not have passed after a second.
 */
export function firstDelayMs(failure: Failure, limit: Rate | undefined): number {
  const limited = failure.kind === 'api' && failure.status === 429;
  const periodMs = limited ? (limit?.periodSeconds ?? 0) * 1000 : 0;
  return Math.max(FIRST_DELAY_MS, periodMs * PART_OF_PERIOD);
}
