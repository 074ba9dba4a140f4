import { CALL_OPTIONS, call } from './call/call.js';
import { type CallContext, createCallContext } from './call/call-context.js';
import { OperationGroups } from './generated/operation-groups.js';
import { groupBinder } from './operations/bind-group.js';
import type { HttpMethod } from './operations/operation.js';
import { requestedOperation } from './operations/requested-operation.js';
import { checkKeys } from './options/check-keys.js';
import { resolveOptions } from './options/resolve-options.js';
import type { RateLimiter } from './rate-limit/rate-limiter.js';
import type { IterableClientOptions } from './types/client-options.js';
import type { RequestOptions } from './types/request-options.js';
import type { ClientStatistics } from './types/statistics.js';

const REQUEST_OPTIONS: readonly (keyof RequestOptions)[] = [
  ...CALL_OPTIONS,
  'pathParams',
  'query',
  'body',
  'repeatable',
  'reply',
];

/**
 * Iterable's API. Every call retries what may pass, and either gives a reply that proves the outcome
 * or throws an {@link IterableError}.
 *
 * @example
 * ```ts
 * const iterable = new IterableClient({ apiKey });
 * await iterable.users.update({ email: 'ada@example.com', dataFields: { plan: 'pro' } });
 * ```
 */
export class IterableClient extends OperationGroups implements Disposable {
  readonly #context: CallContext;

  /** @throws TypeError on a wrong or unknown option. Nothing is sent. */
  constructor(options: IterableClientOptions) {
    const context = createCallContext(resolveOptions(options));
    super(groupBinder(context));
    this.#context = context;
  }

  /**
   * Calls any operation by its method and path, such as `'/api/users/{email}'`. Values belong in
   * `pathParams` and `query`, not in the path: the path is the name in errors and statistics.
   *
   * @throws {@link IterableError}; TypeError on a wrong path or option.
   */
  async request(method: HttpMethod, path: string, options: RequestOptions = {}): Promise<unknown> {
    checkKeys('request options', options, REQUEST_OPTIONS);
    const { pathParams, query, body, repeatable, reply, ...callOptions } = options;
    const operation = requestedOperation(method, path, { repeatable, reply });
    return call(this.#context, operation, { pathParams, query, body }, callOptions);
  }

  /** How its requests are authenticated. A JWT is of one user, so it reaches no bulk operation. */
  get authMethod(): 'api-key' | 'jwt' {
    return this.#context.options.auth.method;
  }

  /** What holds this client's calls back; it can be given to other clients, and tells how it stands. */
  get rateLimiter(): RateLimiter {
    return this.#context.rateLimiter;
  }

  /**
   * Ends idle connections now, and the others when their calls are over. A call after that opens a
   * new one. A process ends without it too: idle connections are closed after some seconds and do not
   * keep it alive. Connections of a `fetch` of your own are yours.
   */
  close(): void {
    this.#context.transport.close();
  }

  /** The same as {@link close}, for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }

  /** A snapshot of this client's figures, by operation. It does not change any more. */
  statistics(): ClientStatistics {
    return this.#context.statistics.snapshot();
  }
}
