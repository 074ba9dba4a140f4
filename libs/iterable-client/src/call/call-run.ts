import { abortErrorOf } from '../errors/abort-error-of.js';
import { errorOf } from '../errors/error-of.js';
import type { CallEffect } from '../errors/iterable-error.js';
import type { Operation } from '../operations/operation.js';
import type { CallLimits } from '../options/resolve-options.js';
import type { Bucket } from '../rate-limit/bucket.js';
import { bucketOf } from '../rate-limit/rate-limiter.js';
import type { Masks } from '../reply/excerpt.js';
import type { Interpreted } from '../reply/interpret-reply.js';
import { personalMask } from '../reply/mask-personal.js';
import { type Redact, redactor } from '../reply/redactor.js';
import { answersJson } from '../reply/reply-checks.js';
import { decideRetry } from '../retry/decide-retry.js';
import { effectOf } from '../retry/effect-of.js';
import type { Failure } from '../retry/failure.js';
import { firstDelayMs } from '../retry/first-delay.js';
import { isBadToken } from '../retry/is-bad-token.js';
import type { RetryCause } from '../retry/retry-cause.js';
import type { CallEvent } from '../types/hooks.js';
import { checkAuthHeaders, secretsOf } from './auth-headers.js';
import type { CallContext } from './call-context.js';
import { type Exchange, exchange } from './exchange.js';
import type { RunHook } from './hook-runner.js';
import type { PreparedCall } from './prepare-call.js';
import { type Counts, countRetry } from './statistics.js';
import { untilAborted } from './until-aborted.js';
import { waitForSlot } from './wait-for-slot.js';

const WAITING_MS = 120_000;

/** What one call is about. */
export interface CallRunInput {
  readonly context: CallContext;
  readonly operation: Operation;
  readonly prepared: PreparedCall;
  readonly limits: CallLimits;
  readonly signal: AbortSignal | undefined;
  readonly runHook: RunHook;
  readonly counts: Counts;
  readonly callId: number;
  /** What sends a request. @default `exchange`, which reads the reply to its end */
  readonly exchange?: Exchange;
}

/** One call with all its attempts: the only retry loop there is. */
export class CallRun {
  readonly #input: CallRunInput;
  readonly #bucket: Bucket;
  readonly #startedAt: number;
  readonly #totalMs: number;
  #attempts = 0;
  #retries = 0;
  #maxAttempts: number;
  #renewed = false;
  #effect: CallEffect = 'none';

  constructor(input: CallRunInput) {
    const { maxAttempts, timeoutMs, totalTimeoutMs } = input.limits;
    this.#input = input;
    this.#bucket = bucketOf(input.context.rateLimiter, input.operation);
    this.#startedAt = input.context.options.now();
    this.#totalMs = totalTimeoutMs ?? maxAttempts * timeoutMs + WAITING_MS;
    this.#maxAttempts = maxAttempts;
  }

  /** What the events of this call say at this moment. */
  get event(): CallEvent {
    return {
      operation: this.#input.operation.name,
      callId: this.#input.callId,
      attempt: this.#attempts,
      maxAttempts: this.#maxAttempts,
    };
  }

  /** What the attempts may have done; after a good reply, those before it. */
  get effect(): CallEffect {
    return this.#effect;
  }

  /** The good reply's value; throws the error of the call. */
  async result(): Promise<unknown> {
    for (;;) {
      const outcome = await this.#abortable(() => this.#attempt());
      if (outcome.ok) return outcome.value;
      const { cause, delayMs } = this.#next(outcome.failure);
      countRetry(this.#input.counts, cause, delayMs);
      this.#input.runHook('onRetry', { ...this.event, cause, delayMs });
      if (delayMs > 0) await this.#abortable(() => this.#wait(delayMs));
    }
  }

  async #attempt(): Promise<Interpreted> {
    const { context, operation, signal, counts } = this.#input;
    const slot = await waitForSlot(this.#bucket, {
      operation: operation.name,
      attempts: this.#attempts,
      effect: this.#effect,
      signal,
      timeoutMs: Math.max(1, this.#remainingMs()),
      now: context.options.now,
      counts,
    });
    let settle = (): void => this.#bucket.cancel(slot);
    const onSend = (): void => void (settle = () => this.#bucket.end(slot));
    try {
      return await this.#send(onSend, () => settle());
    } finally {
      settle();
    }
  }

  async #send(onSend: () => void, onReply: () => void): Promise<Interpreted> {
    const { context, operation, prepared, signal, limits, counts, runHook } = this.#input;
    const { auth, now } = context.options;
    const given = await untilAborted(signal, () =>
      prepared.foreign ? {} : auth.headers(prepared.subject),
    );
    const credentials = checkAuthHeaders(operation.name, this.#attempts, given);
    this.#attempts += 1;
    counts.attempts += 1;
    runHook('onAttempt', this.event);
    onSend();
    const before = this.#effect;
    // Until the reply is there, an abort leaves it open whether the work was done.
    this.#effect = 'unknown';
    const send = this.#input.exchange ?? exchange;
    const stopClock = counts.latency.start();
    const outcome = await send({
      send: context.transport.send,
      operation,
      url: prepared.url,
      body: prepared.body,
      headers: {
        ...credentials,
        ...context.headers,
        ...(answersJson(operation.reply) ? {} : { accept: '*/*' }),
        ...(prepared.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      signal,
      timeoutMs: Math.max(1, Math.min(limits.timeoutMs, this.#remainingMs())),
      masks: masksFor(credentials, prepared),
      now,
      onReply,
    });
    stopClock();
    if (outcome.ok || effectOf(outcome.failure) === 'none') this.#effect = before;
    return outcome;
  }

  /** The retry that follows a failure; throws where none does. */
  #next(failure: Failure): { readonly cause: RetryCause; readonly delayMs: number } {
    const { context, operation, prepared } = this.#input;
    const { auth, random, maxRetryDelayMs: capMs } = context.options;
    const remainingMs = this.#remainingMs();
    if (auth.method === 'jwt' && auth.renew && !this.#renewed && isBadToken(failure)) {
      this.#renewed = true;
      this.#maxAttempts += 1;
      auth.renew(prepared.subject);
      return { cause: '401', delayMs: 0 };
    }
    const firstMs = firstDelayMs(failure, this.#bucket.limit);
    const decision = decideRetry({
      failure,
      repeatable: operation.repeatable,
      attempts: this.#attempts,
      maxAttempts: this.#maxAttempts,
      retries: this.#retries,
      firstMs,
      remainingMs,
      capMs,
      random: random(),
    });
    if (failure.kind === 'api' && failure.status === 429) {
      const unasked = failure.hintMs ?? Math.min(firstMs, capMs);
      this.#bucket.closeFor(decision.retry ? decision.delayMs : unasked);
    }
    if (!decision.retry) {
      throw errorOf(failure, {
        operation: operation.name,
        attempts: this.#attempts,
        effect: this.#effect,
        reason: decision.reason,
        remainingMs,
      });
    }
    this.#retries += 1;
    return decision;
  }

  async #wait(delayMs: number): Promise<void> {
    const { context, signal } = this.#input;
    await untilAborted(signal, () => context.options.sleep(delayMs, signal));
  }

  /** Turns the rejection that follows the caller's abort into the error of the abort. */
  async #abortable<Value>(work: () => Promise<Value>): Promise<Value> {
    const { signal, operation } = this.#input;
    try {
      return await work();
    } catch (error) {
      if (!signal?.aborted) throw error;
      throw abortErrorOf({
        operation: operation.name,
        attempts: this.#attempts,
        effect: this.#effect,
        reason: signal.reason,
      });
    }
  }

  #remainingMs(): number {
    return this.#totalMs - (this.#input.context.options.now() - this.#startedAt);
  }
}

function masksFor(credentials: Readonly<Record<string, string>>, prepared: PreparedCall): Masks {
  const { secrets = [], subject } = prepared;
  return {
    secrets: whenNeeded(() => redactor([...secretsOf(credentials), ...secrets], '[redacted]')),
    personal: whenNeeded(() => personalMask(subject)),
  };
}

/** Most replies are good and need no mask. */
function whenNeeded(make: () => Redact): Redact {
  let redact: Redact | undefined;
  return (text) => (redact ??= make())(text);
}
