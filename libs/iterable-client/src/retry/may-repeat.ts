import type { Repeatable } from '../operations/operation.js';
import type { Failure } from './failure.js';

/**
 * Whether a request may be sent again after this failure without the risk of doing the work twice.
 * A 429 is the one transient answer that says nothing was done, so it is safe for all.
 */
export function mayRepeat(repeatable: Repeatable, failure: Failure): boolean {
  return repeatable !== 'no' || (failure.kind === 'api' && failure.status === 429);
}
