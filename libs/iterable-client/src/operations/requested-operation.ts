import type { RequestOptions } from '../types/request-options.js';
import { findOperation } from './find-operation.js';
import type { HttpMethod, Operation } from './operation.js';

const METHODS: readonly HttpMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const REPLIES = ['json', 'text'] as const;

/** The operation of `client.request`, with what the caller says of it. */
export function requestedOperation(
  method: HttpMethod,
  path: string,
  { repeatable, reply }: Pick<RequestOptions, 'repeatable' | 'reply'>,
): Operation {
  if (!METHODS.includes(method)) {
    throw new TypeError(`method must be one of ${METHODS.join(', ')}.`);
  }
  if (typeof path !== 'string' || !/^\/(?!\/)[^?#\s\\]*$/.test(path)) {
    throw new TypeError('path must begin with one "/" and have no query; use the query option.');
  }
  if (repeatable !== undefined && typeof repeatable !== 'boolean') {
    throw new TypeError('repeatable must be true or false.');
  }
  if (reply !== undefined && !REPLIES.includes(reply)) {
    throw new TypeError(`reply must be one of ${REPLIES.join(', ')}.`);
  }
  return {
    ...findOperation(method, path),
    ...(repeatable === undefined ? {} : { repeatable: repeatable ? 'yes' : 'no' }),
    ...(reply === undefined ? {} : { reply }),
  };
}
