import type { KyInstance } from 'ky';
import type { Operation } from '../operations/operation.js';
import type { Masks } from '../reply/excerpt.js';
import { type Interpreted, interpretReply } from '../reply/interpret-reply.js';
import { type BodyText, readText } from '../reply/read-text.js';
import { redirectFailure } from '../reply/redirect-failure.js';
import { networkFailure } from './network-failure.js';
import { untilAborted } from './until-aborted.js';

const MOST_BYTES = { good: 64 * 1024 * 1024, failed: 64 * 1024 } as const;

/** One attempt: what to send, and how long it may take. */
export interface ExchangeInput {
  readonly ky: KyInstance;
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

/**
 * Sends one request and reads its reply. All that can go wrong comes back as a value, except for the
 * caller's own abort, which is thrown.
 */
export async function exchange(input: ExchangeInput): Promise<Interpreted> {
  const { signal, timeoutMs, masks } = input;
  // The attempt has a signal of its own: fetch leaves its listeners on a signal until they are
  // garbage, and the caller's may live as long as the process.
  const attempt = new AbortController();
  const timer = setTimeout(() => attempt.abort(TIME_IS_UP), timeoutMs);
  const stop = (): void => attempt.abort(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  let failed: Response | undefined;
  try {
    signal?.throwIfAborted();
    return await untilAborted(attempt.signal, async () => {
      const response = await fetchOnce(input, attempt.signal);
      input.onReply();
      if (!response.ok) failed = response;
      return read(input, response);
    });
  } catch (error) {
    if (attempt.signal.reason === TIME_IS_UP) {
      // Where only the body is missing, the status already is the answer.
      if (failed !== undefined) return interpret(input, failed, NOTHING_READ);
      return { ok: false, failure: { kind: 'timeout', timeoutMs } };
    }
    if (signal?.aborted) throw error;
    return { ok: false, failure: networkFailure(error, masks.secrets) };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

const TIME_IS_UP = Symbol('time is up');
const NOTHING_READ: BodyText = { text: '', whole: false };

async function fetchOnce(input: ExchangeInput, signal: AbortSignal): Promise<Response> {
  const { ky, operation, url, body, headers } = input;
  const response = await ky(url, {
    method: operation.method,
    headers,
    signal,
    ...(body === undefined ? {} : { body }),
  });
  if (signal.aborted) {
    // A fetch that does not heed the signal answers too late: nobody will read this body.
    letGo(response);
    signal.throwIfAborted();
  }
  return response;
}

async function read(input: ExchangeInput, response: Response): Promise<Interpreted> {
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

function interpret(input: ExchangeInput, response: Response, body: BodyText): Interpreted {
  const { status, headers } = response;
  return interpretReply(input.operation, { status, headers, ...body }, input.masks, input.now());
}

function letGo(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}
