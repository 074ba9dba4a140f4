import type { ApiFailure } from '../retry/failure.js';
import { serverHint } from '../retry/server-hint.js';
import { describeText } from './describe-text.js';
import { readEnvelope } from './envelope.js';
import { type Masks, excerpt } from './excerpt.js';
import { parseJson } from './parse-json.js';
import { requestIdOf } from './request-id.js';

const LONGEST_MESSAGE = 1000;

/** A failed reply as it came. */
export interface FailedReply {
  readonly code: ApiFailure['code'];
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Reads a failed reply: one of the envelopes, or else a text of which the start is kept. */
export function apiFailure(reply: FailedReply, masks: Masks, nowMs: number): ApiFailure {
  const { code, status, headers } = reply;
  const envelope = readEnvelope(parseJson(reply.text, masks.secrets)?.json);
  const facts = { kind: 'api', code, status, requestId: requestIdOf(headers) } as const;
  if (envelope === undefined) {
    return {
      ...facts,
      hintMs: serverHint({ status, headers }, nowMs),
      msg: status === 401 ? undefined : textMessage(reply.text, masks),
      // A 401 quotes the caller's IP address.
      body: status === 401 ? undefined : excerpt(reply.text, masks),
    };
  }
  const { code: iterableCode, msg, params } = envelope;
  return {
    ...facts,
    iterableCode,
    msg: msg === undefined ? undefined : excerpt(msg, masks, LONGEST_MESSAGE),
    params: withoutAddress(params),
    hintMs: serverHint({ status, headers, params }, nowMs),
  };
}

function textMessage(text: string, masks: Masks): string | undefined {
  if (text.trim() === '') return undefined;
  const kind = describeText(masks.secrets(text));
  return kind === 'text that is not JSON' ? excerpt(text, masks) : `the reply was ${kind}`;
}

function withoutAddress(params: ApiFailure['params']): ApiFailure['params'] {
  if (params === undefined) return undefined;
  return Object.fromEntries(Object.entries(params).filter(([name]) => name !== 'ip'));
}
