import type { CallEffect } from '../errors/iterable-error.js';
import { CONNECT_TIMEOUT } from '../transport/connect-timeout.js';
import type { Failure } from './failure.js';

/** System codes of connections that were never made: no byte of the request left. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  CONNECT_TIMEOUT,
]);

/** Whether Iterable may have done the work of an attempt that failed like this. */
export function effectOf(failure: Failure): CallEffect {
  switch (failure.kind) {
    case 'timeout':
      return 'unknown';
    case 'network':
      return NEVER_CONNECTED.has(failure.systemCode ?? '') ? 'none' : 'unknown';
    case 'response':
      return failure.code === 'REDIRECT_REFUSED' ? 'none' : 'unknown';
    case 'api':
      return failure.status >= 500 || failure.status === 408 ? 'unknown' : 'none';
  }
}
