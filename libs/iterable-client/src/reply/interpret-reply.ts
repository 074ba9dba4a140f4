import type { Operation } from '../operations/operation.js';
import type { Failure, ResponseFailure } from '../retry/failure.js';
import { apiFailure } from './api-failure.js';
import { describeText } from './describe-text.js';
import { type Masks, excerpt } from './excerpt.js';
import { parseJson } from './parse-json.js';
import { replyProblem } from './reply-checks.js';
import { reportedFailure } from './reported-failure.js';
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
    return { ok: false, failure: apiFailure({ code: 'api-error', ...reply }, masks, nowMs) };
  }
  if (!reply.whole) return unreadable(reply, masks, 'a body that is too long');
  if (operation.reply === 'text') return { ok: true, value: text };
  const parsed = parseJson(text);
  if (parsed === undefined) return unreadable(reply, masks, describeText(masks.secrets(text)));
  const code = reportedFailure(parsed.json);
  if (code !== undefined) {
    return { ok: false, failure: apiFailure({ code, ...reply }, masks, nowMs) };
  }
  const problem = replyProblem(operation.reply, parsed.json);
  if (problem !== undefined) return unreadable(reply, masks, `JSON of another shape: ${problem}`);
  return { ok: true, value: parsed.json };
}

function unreadable(reply: ReadReply, masks: Masks, problem: string): Interpreted {
  const failure: ResponseFailure = {
    kind: 'response',
    code: 'response-shape',
    status: reply.status,
    problem,
    body: excerpt(reply.text, masks),
    requestId: requestIdOf(reply.headers),
  };
  return { ok: false, failure };
}
