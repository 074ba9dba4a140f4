import type { RateLimiter } from '@org/iterable-client';

/** Whether calls wait at this moment: for a limit, or since Iterable said that it was too much. */
export function heldBack(limiter: Pick<RateLimiter, 'state'>): boolean {
  return Object.values(limiter.state()).some(
    ({ waiting, closedForMs }) => waiting > 0 || closedForMs > 0,
  );
}
