import type { ResponseCode } from '../contract/response-code.js';
import { envelope, type Reply } from '../http/reply.js';

const USUAL: Readonly<Record<number, readonly [ResponseCode, string]>> = {
  200: ['Success', ''],
  202: ['Success', ''],
  400: ['BadParams', 'Bad request'],
  401: ['BadApiKey', 'Invalid API key'],
  403: ['Forbidden', 'Forbidden'],
  404: ['NotFound', 'Not found'],
  409: ['ExternalKeyConflict', 'Conflict'],
  413: ['BatchTooLarge', 'Request body is too large'],
  429: ['RateLimitExceeded', 'Exceeded rate limit.'],
};

/** Iterable's envelope for a status of which nothing else is said. */
export function usualReply(status: number): Reply {
  const [code, msg] = USUAL[status] ?? (['GenericError', 'Please try again later'] as const);
  return envelope(status, code, msg);
}
