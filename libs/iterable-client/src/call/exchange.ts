import type { Operation } from '../operations/operation.js';
import type { Masks } from '../reply/excerpt.js';
import { type Interpreted, interpretReply } from '../reply/interpret-reply.js';
import { type BodyText, readText } from '../reply/read-text.js';
import { redirectFailure } from '../reply/redirect-failure.js';
import { TIME_IS_UP, beginAttempt } from './attempt.js';
import type { SendRequest } from '../transport/outgoing-request.js';
import type { Reply } from '../transport/reply.js';
import { networkFailure } from './network-failure.js';
import { untilAborted } from './until-aborted.js';

const MOST_BYTES = { good: 64 * 1024 * 1024, failed: 64 * 1024 } as const;

/** One attempt: what to send, and how long it may take. */
export interface ExchangeInput {
  readonly send: SendRequest;
  readonly operation: Operation;
  readonly url: string;
  readonly body: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number;
  readonly masks: Masks;
  readonly now: () => number;
  /** Called when the reply begins, so surely after the request has arrived. */
  readonly onReply: () => void;
}

/** Sends one request. */
export type Exchange = (input: ExchangeInput) => Promise<Interpreted>;

/**
 * Sends one request and reads its reply. All that can go wrong comes back as a value, except for the
 * caller's own abort, which is thrown.
 */
export async function exchange(input: ExchangeInput): Promise<Interpreted> {
  const { signal, timeoutMs } = input;
  const { controller, stopTimer, release } = beginAttempt(signal, timeoutMs);
  let failed: Reply | undefined;
  try {
    signal?.throwIfAborted();
    return await untilAborted(controller.signal, async () => {
      const response = await fetchOnce(input, controller.signal);
      input.onReply();
      if (!response.ok) failed = response;
      return readReply(input, response);
    });
  } catch (error) {
    return attemptFailure(input, { attempt: controller.signal, error, failed });
  } finally {
    stopTimer();
    release();
  }
}

const NOTHING_READ: BodyText = { text: '', whole: false };

/** What an attempt came to that threw; throws the caller's own abort. */
export function attemptFailure(
  input: ExchangeInput,
  thrown: {
    readonly attempt: AbortSignal;
    readonly error: unknown;
    /** The reply with an error status, where only its body is missing. */
    readonly failed: Reply | undefined;
  },
): Interpreted {
  const { signal, timeoutMs, masks } = input;
  if (thrown.attempt.reason === TIME_IS_UP) {
    // Where only the body is missing, the status already is the answer.
    if (thrown.failed !== undefined) return interpret(input, thrown.failed, NOTHING_READ);
    return { ok: false, failure: { kind: 'timeout', timeoutMs } };
  }
  if (signal?.aborted) throw thrown.error;
  return { ok: false, failure: networkFailure(thrown.error, masks.secrets) };
}

/** Sends the request; gives the reply when its headers are there. */
export async function fetchOnce(input: ExchangeInput, signal: AbortSignal): Promise<Reply> {
  const { send, operation, url, body, headers } = input;
  const response = await send({ url, method: operation.method, headers, body, signal });
  if (signal.aborted) {
    // A fetch that does not heed the signal answers too late: nobody will read this body.
    letGo(response);
    signal.throwIfAborted();
  }
  return response;
}

/** Reads a reply to its end. */
export async function readReply(input: ExchangeInput, response: Reply): Promise<Interpreted> {
  const redirect = redirectFailure(response);
  if (redirect !== undefined) {
    letGo(response);
    return { ok: false, failure: redirect };
  }
  if (response.ok) return interpret(input, response, await readText(response, MOST_BYTES.good));
  // A failed reply's body only explains the status: where it breaks off, the status still stands.
  const body = await readText(response, MOST_BYTES.failed).catch(() => NOTHING_READ);
  return interpret(input, response, body);
}

function interpret(input: ExchangeInput, response: Reply, body: BodyText): Interpreted {
  const { status, headers } = response;
  return interpretReply(input.operation, { status, headers, ...body }, input.masks, input.now());
}

/** Says that nobody will read a reply's body. */
export function letGo(response: Reply): void {
  response.body?.cancel().catch(() => undefined);
}
