import type { IterableErrorCode } from './error-code.js';
import { type CallFacts, IterableError } from './iterable-error.js';

/** What is known of a reply that is not what the operation answers. */
export interface ResponseFacts {
  readonly status: number;
  readonly requestId?: string | undefined;
  readonly body?: string | undefined;
}

/**
 * A reply that proves nothing: HTTP 2xx with an empty, HTML, cut or otherwise unreadable body, or a
 * redirect. Whether Iterable did the work is unknown.
 */
export class IterableResponseError extends IterableError {
  static {
    this.prototype.name = 'IterableResponseError';
  }

  declare readonly code: Extract<IterableErrorCode, 'RESPONSE_SHAPE' | 'REDIRECT_REFUSED'>;
  /** The HTTP status. */
  readonly status: number;
  /** The id of the request where a server or proxy gave one. */
  readonly requestId: string | undefined;
  readonly #body: string | undefined;

  constructor(
    code: IterableResponseError['code'],
    message: string,
    facts: CallFacts,
    reply: ResponseFacts,
  ) {
    super(code, message, facts);
    this.status = reply.status;
    this.requestId = reply.requestId;
    this.#body = reply.body;
  }

  /** The start of the body, bounded and masked; left out of logs. */
  get body(): string | undefined {
    return this.#body;
  }
}
