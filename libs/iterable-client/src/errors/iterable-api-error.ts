import type { IterableErrorCode } from './error-code.js';
import { type CallFacts, IterableError } from './iterable-error.js';

/** What Iterable said. */
export interface ApiReplyFacts {
  readonly status: number;
  readonly iterableCode?: string | undefined;
  readonly msg?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: string | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterMs?: number | undefined;
}

/**
 * Iterable answered, and the answer is a failure: an error status, or HTTP 2xx with a code other
 * than `Success`, or with the message that the event is disallowed.
 */
export class IterableApiError extends IterableError {
  static {
    this.prototype.name = 'IterableApiError';
  }

  declare readonly code: Extract<
    IterableErrorCode,
    'API_ERROR' | 'RATE_LIMIT_EXHAUSTED' | 'EVENT_DISALLOWED'
  >;
  /** The HTTP status; 2xx where Iterable reported a failure with a good status. */
  readonly status: number;
  /**
   * Iterable's own code, such as `RequestFieldsTypesMismatched` or `error.catalogs.notFound`. An
   * error reply can carry `Success` here: only status and code together tell success.
   */
  readonly iterableCode: string | undefined;
  /** Iterable's message, bounded, with e-mail addresses and the user's identifier masked. */
  readonly msg: string | undefined;
  /** The id of the request where a server or proxy gave one. */
  readonly requestId: string | undefined;
  /** The least wait the server asked for, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  readonly #params: Readonly<Record<string, unknown>> | undefined;
  readonly #body: string | undefined;

  constructor(
    code: IterableApiError['code'],
    message: string,
    facts: CallFacts,
    reply: ApiReplyFacts,
  ) {
    super(code, message, facts);
    this.status = reply.status;
    this.iterableCode = reply.iterableCode;
    this.msg = reply.msg;
    this.requestId = reply.requestId;
    this.retryAfterMs = reply.retryAfterMs;
    this.#params = reply.params;
    this.#body = reply.body;
  }

  /**
   * Iterable's `params`, such as `validationErrors` with the field of the wrong type. It may quote
   * personal data, so it is readable here and left out of logs: neither `util.inspect` nor
   * `JSON.stringify` shows it. The caller's IP address, which 401 replies contain, is removed.
   */
  get params(): Readonly<Record<string, unknown>> | undefined {
    return this.#params;
  }

  /** The start of a body that was not one of Iterable's JSON envelopes (HTML, plain text). */
  get body(): string | undefined {
    return this.#body;
  }
}
