import { CALL_OPTIONS } from '../call/call.js';
import type { CallContext } from '../call/call-context.js';
import { checkKeys, describe } from '../options/check-keys.js';
import { checkNumber } from '../options/check-number.js';
import { resolveHooks, resolveLimits } from '../options/resolve-options.js';
import type { CallOptions } from '../types/call-options.js';
import type { BatchOptions } from './batch-options.js';

/** The options of a run, complete and checked. */
export interface ResolvedBatchOptions {
  readonly maxBatchSize: number;
  readonly maxBatchBytes: number;
  readonly concurrency: number;
  readonly flushAfterMs: number;
  readonly strictFields: boolean;
  readonly signal: AbortSignal | undefined;
  /** For each request. */
  readonly call: Omit<CallOptions, 'signal'>;
}

const OWN: readonly (keyof BatchOptions)[] = [
  ...CALL_OPTIONS,
  'maxBatchSize',
  'maxBatchBytes',
  'concurrency',
  'flushAfterMs',
  'strictFields',
];

/** Checks the options before anything is read; throws a `TypeError` that names the wrong one. */
export function resolveBatchOptions(
  what: string,
  options: BatchOptions,
  context: CallContext,
  others: readonly string[] = [],
): ResolvedBatchOptions {
  checkKeys(`${what} options`, options, [...OWN, ...others]);
  const { signal, maxAttempts, timeoutMs, totalTimeoutMs, hooks } = options;
  resolveLimits(options, context.options.limits);
  if (hooks !== undefined) resolveHooks(hooks);
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw new TypeError(`${what} options: signal must be an AbortSignal.`);
  }
  return Object.freeze({
    maxBatchSize: checkNumber('maxBatchSize', options.maxBatchSize, 1000, 100_000),
    maxBatchBytes: checkNumber('maxBatchBytes', options.maxBatchBytes, 4_000_000, 100_000_000),
    concurrency: checkNumber('concurrency', options.concurrency, 5, 1000),
    flushAfterMs: checkNumber('flushAfterMs', options.flushAfterMs, 1000),
    strictFields: checkBoolean('strictFields', options.strictFields) ?? false,
    signal,
    call: { maxAttempts, timeoutMs, totalTimeoutMs, hooks },
  });
}

/** An option that is `true`, `false` or left out. */
export function checkBoolean(name: string, value: unknown): boolean | undefined {
  if (value === undefined || typeof value === 'boolean') return value;
  throw new TypeError(`${name} must be true or false; received ${describe(value)}.`);
}
