import type { Operation } from '../operations/operation.js';
import type { Interpreted } from '../reply/interpret-reply.js';
import { requestIdOf } from '../reply/request-id.js';
import type { ResponseFailure } from '../retry/failure.js';
import type { Reply } from '../transport/reply.js';
import { type ExchangeInput, attemptFailure, fetchOnce, letGo, readReply } from './exchange.js';
import { beginAttempt } from './attempt.js';
import { OpenBody } from './open-body.js';
import { untilAborted } from './until-aborted.js';

const HTML = /^text\/html\b/i;
const JSON_TYPE = /^application\/json\b/i;

/**
 * Sends one request whose reply may be too long to be held: a good reply's value is an
 * {@link OpenBody}. The time limit of the attempt is for its
 * headers; the body may be silent for `idleMs` milliseconds at a time.
 */
export async function exchangeStream(input: ExchangeInput, idleMs: number): Promise<Interpreted> {
  const { operation, signal, timeoutMs, masks } = input;
  const { controller, stopTimer, release } = beginAttempt(signal, timeoutMs);
  let failed: Reply | undefined;
  let open = false;
  try {
    signal?.throwIfAborted();
    return await untilAborted(controller.signal, async () => {
      const response = await fetchOnce(input, controller.signal);
      input.onReply();
      if (!response.ok) failed = response;
      if (!isGood(response)) return readReply(input, response);
      const type = response.headers.get('content-type') ?? '';
      if (HTML.test(type)) {
        letGo(response);
        return { ok: false, failure: wrongKind(response, 'an HTML page') };
      }
      if (JSON_TYPE.test(type) && isCsv(operation)) {
        // It reports a failure, or else nobody knows what it is.
        const read = await readReply(input, response);
        return read.ok ? { ok: false, failure: wrongKind(response, 'JSON') } : read;
      }
      open = true;
      return { ok: true, value: new OpenBody({ response, controller, release, idleMs, masks }) };
    });
  } catch (error) {
    return attemptFailure(input, { attempt: controller.signal, error, failed });
  } finally {
    stopTimer();
    if (!open) release();
  }
}

const isGood = ({ ok, redirected }: Response): boolean => ok && !redirected;

const isCsv = ({ stream, reply }: Operation): boolean => stream === 'bytes' && reply === 'plain';

const wrongKind = ({ status, headers }: Response, problem: string): ResponseFailure => ({
  kind: 'response',
  code: 'RESPONSE_SHAPE',
  status,
  problem,
  requestId: requestIdOf(headers),
});
