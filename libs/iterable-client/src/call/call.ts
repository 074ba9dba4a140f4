import type { Operation } from '../operations/operation.js';
import { checkKeys } from '../options/check-keys.js';
import { resolveHooks, resolveLimits } from '../options/resolve-options.js';
import type { CallOptions } from '../types/call-options.js';
import type { CallContext } from './call-context.js';
import { CallRun } from './call-run.js';
import { hookRunner, type RunHook } from './hook-runner.js';
import { type CallInput, prepareCall } from './prepare-call.js';
import { successSummary } from './success-summary.js';

/** The names of the options of a call. */
export const CALL_OPTIONS: readonly (keyof CallOptions)[] = [
  'signal',
  'maxAttempts',
  'timeoutMs',
  'totalTimeoutMs',
  'hooks',
];

/** Makes a call of an operation: checks, attempts, figures and hooks. */
export async function call(
  context: CallContext,
  operation: Operation,
  input: CallInput,
  options: CallOptions = {},
): Promise<unknown> {
  checkKeys(`${operation.name} options`, options, CALL_OPTIONS);
  const limits = resolveLimits(options, context.options.limits);
  const runHook = hooksOf(context, options);
  const signal = checkSignal(operation.name, options.signal);
  const counts = context.statistics.of(operation.name);
  const callId = context.nextCallId();
  counts.calls += 1;
  let run: CallRun | undefined;
  try {
    const prepared = prepareCall(context.options.baseUrl, operation, input);
    run = new CallRun({ context, operation, prepared, limits, signal, runHook, counts, callId });
    const reply = await run.result();
    counts.succeeded += 1;
    runHook('onSuccess', { ...run.event, summary: successSummary(reply) });
    return reply;
  } catch (error) {
    counts.failed += 1;
    const { maxAttempts } = limits;
    const event = run?.event ?? { operation: operation.name, callId, attempt: 0, maxAttempts };
    runHook('onFailure', { ...event, error: error as Error });
    throw error;
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
