import type { Failure } from './failure.js';

/** A retry's cause, as counted by `statistics()`: a status, or what kept the reply away. */
export type RetryCause = `${number}` | 'network' | 'timeout' | 'response';

const TRANSIENT_STATUSES: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Why a failure may pass, or `undefined` where it will not: every other status is an answer that a
 * repeat would only get again.
 *
 * An unreadable 2xx body counts as passing: it leaves open whether the work was done, it comes from
 * proxies and cut connections, and asking again is the only way to know. Whether that is safe is
 * for `mayRepeat` to say.
 */
export function retryCause(failure: Failure): RetryCause | undefined {
  switch (failure.kind) {
    case 'network':
    case 'timeout':
      return failure.kind;
    case 'response':
      return failure.code === 'RESPONSE_SHAPE' ? 'response' : undefined;
    case 'api':
      return TRANSIENT_STATUSES.has(failure.status) ? `${failure.status}` : undefined;
  }
}
