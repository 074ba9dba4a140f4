import type { CallEffect } from '../errors/iterable-error.js';
import type { Operation } from '../operations/operation.js';
import { checkKeys } from '../options/check-keys.js';
import { resolveHooks, resolveLimits } from '../options/resolve-options.js';
import type { CallOptions } from '../types/call-options.js';
import type { CallContext } from './call-context.js';
import { CallRun } from './call-run.js';
import { hookRunner, type RunHook } from './hook-runner.js';
import type { CallInput } from './call-input.js';
import { type PreparedCall, prepareCall } from './prepare-call.js';
import { successSummary } from './success-summary.js';

/** The names of the options of a call. */
export const CALL_OPTIONS: readonly (keyof CallOptions)[] = [
  'signal',
  'maxAttempts',
  'timeoutMs',
  'totalTimeoutMs',
  'hooks',
];

/** How a call ended, and what the attempts before its last reply may have done at Iterable. */
export type SettledCall =
  | { readonly ok: true; readonly reply: unknown; readonly effect: CallEffect }
  | { readonly ok: false; readonly error: unknown; readonly effect: CallEffect };

/** Makes a call of an operation: checks, attempts, figures and hooks. */
export async function call(
  context: CallContext,
  operation: Operation,
  input: CallInput,
  options: CallOptions = {},
): Promise<unknown> {
  const { baseUrl } = context.options;
  const prepare = (): PreparedCall => prepareCall(baseUrl, operation, input);
  const settled = await settledCall(context, operation, prepare, options);
  if (!settled.ok) throw settled.error;
  return settled.reply;
}

/**
 * Makes a call that somebody else prepares, with a body that is text already. Only misuse of the
 * options is thrown.
 */
export async function settledCall(
  context: CallContext,
  operation: Operation,
  prepare: () => PreparedCall,
  options: CallOptions,
): Promise<SettledCall> {
  checkKeys(`${operation.name} options`, options, CALL_OPTIONS);
  const limits = resolveLimits(options, context.options.limits);
  const runHook = hooksOf(context, options);
  const signal = checkSignal(operation.name, options.signal);
  const counts = context.statistics.of(operation.name);
  const callId = context.nextCallId();
  counts.calls += 1;
  let run: CallRun | undefined;
  try {
    const prepared = prepare();
    run = new CallRun({ context, operation, prepared, limits, signal, runHook, counts, callId });
    const reply = await run.result();
    counts.succeeded += 1;
    runHook('onSuccess', { ...run.event, summary: successSummary(reply) });
    return { ok: true, reply, effect: run.effect };
  } catch (error) {
    counts.failed += 1;
    const { maxAttempts } = limits;
    const event = run?.event ?? { operation: operation.name, callId, attempt: 0, maxAttempts };
    runHook('onFailure', { ...event, error: error as Error });
    return { ok: false, error, effect: run?.effect ?? 'none' };
  }
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
