import { abortErrorOf } from '../errors/abort-error-of.js';
import type { CallEffect } from '../errors/iterable-error.js';
import type { Operation } from '../operations/operation.js';
import { checkKeys } from '../options/check-keys.js';
import { type CallLimits, resolveHooks, resolveLimits } from '../options/resolve-options.js';
import type { CallOptions } from '../types/call-options.js';
import type { CallContext } from './call-context.js';
import { CallRun } from './call-run.js';
import type { Exchange } from './exchange.js';
import { type RunHook, hookRunner } from './hook-runner.js';
import type { PreparedCall } from './prepare-call.js';

/** The names of the options of a call. */
export const CALL_OPTIONS: readonly (keyof CallOptions)[] = [
  'signal',
  'maxAttempts',
  'timeoutMs',
  'totalTimeoutMs',
  'hooks',
];

/** A call from its beginning to its end, in figures and hooks. */
export interface BegunCall {
  readonly limits: CallLimits;
  readonly signal: AbortSignal | undefined;
  /** What its attempts may have done at Iterable. */
  readonly effect: CallEffect;
  readonly attempts: number;
  /** The value of the good reply of its attempts. */
  run(prepared: PreparedCall, exchange?: Exchange): Promise<unknown>;
  succeeded(summary: string): void;
  failed(error: unknown): void;
  /** Throws the error of the call where its signal is aborted. */
  throwIfAborted(): void;
}

/** Begins a call. Only misuse of the options is thrown. */
export function beginCall(
  context: CallContext,
  operation: Operation,
  options: CallOptions,
): BegunCall {
  checkKeys(`${operation.name} options`, options, CALL_OPTIONS);
  const limits = resolveLimits(options, context.options.limits);
  const runHook = hooksOf(context, options);
  const signal = checkSignal(operation.name, options.signal);
  const counts = context.statistics.of(operation.name);
  const callId = context.nextCallId();
  counts.calls += 1;
  const { maxAttempts } = limits;
  const notRun = { operation: operation.name, callId, attempt: 0, maxAttempts };
  let run: CallRun | undefined;
  return {
    limits,
    signal,
    get effect() {
      return run?.effect ?? 'none';
    },
    get attempts() {
      return run?.event.attempt ?? 0;
    },
    run(prepared, exchange) {
      const input = { context, operation, prepared, limits, signal, runHook, counts, callId };
      run = new CallRun(exchange === undefined ? input : { ...input, exchange });
      return run.result();
    },
    succeeded(summary) {
      counts.succeeded += 1;
      runHook('onSuccess', { ...(run?.event ?? notRun), summary });
    },
    failed(error) {
      counts.failed += 1;
      runHook('onFailure', { ...(run?.event ?? notRun), error: error as Error });
    },
    throwIfAborted() {
      if (!signal?.aborted) return;
      const { attempt, operation: name } = run?.event ?? notRun;
      const effect = run?.effect ?? 'none';
      throw abortErrorOf({ operation: name, attempts: attempt, effect, reason: signal.reason });
    },
  };
}

function hooksOf({ runHook, warnOfHook }: CallContext, { hooks }: CallOptions): RunHook {
  if (hooks === undefined) return runHook;
  const own = hookRunner(resolveHooks(hooks), warnOfHook);
  return (name, event) => {
    runHook(name, event);
    own(name, event);
  };
}

function checkSignal(operation: string, signal: unknown): AbortSignal | undefined {
  if (signal === undefined || signal instanceof AbortSignal) return signal;
  throw new TypeError(`${operation} options: signal must be an AbortSignal.`);
}
