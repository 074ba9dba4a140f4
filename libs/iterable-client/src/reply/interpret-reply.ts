import type { Operation } from '../operations/operation.js';
import type { Failure, ResponseFailure } from '../retry/failure.js';
import { apiFailure } from './api-failure.js';
import { describeText } from './describe-text.js';
import { type Masks, excerpt } from './excerpt.js';
import { readGood } from './read-good.js';
import { requestIdOf } from './request-id.js';

/** A reply whose body has been read. */
export interface ReadReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Whether the body was read to its end. */
  readonly whole: boolean;
}

/** A good reply's value, or what is wrong. */
export type Interpreted =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: Failure };

/** What a reply means. HTTP 200 alone proves nothing: the body must say so too. */
export function interpretReply(
  operation: Operation,
  reply: ReadReply,
  masks: Masks,
  nowMs: number,
): Interpreted {
  const { status, text } = reply;
  if (status < 200 || status > 299) {
    return { ok: false, failure: apiFailure({ code: 'API_ERROR', ...reply }, masks, nowMs) };
  }
  if (!reply.whole) return unreadable(reply, masks, 'a body that is too long');
  const read = readGood(operation, reply);
  if ('value' in read) return { ok: true, value: read.value };
  if ('code' in read) {
    return { ok: false, failure: apiFailure({ code: read.code, ...reply }, masks, nowMs) };
  }
  return unreadable(reply, masks, read.problem ?? describeText(masks.secrets(text)));
}

function unreadable(reply: ReadReply, masks: Masks, problem: string): Interpreted {
  const failure: ResponseFailure = {
    kind: 'response',
    code: 'RESPONSE_SHAPE',
    status: reply.status,
    problem,
    body: excerpt(reply.text, masks),
    requestId: requestIdOf(reply.headers),
  };
  return { ok: false, failure };
}
