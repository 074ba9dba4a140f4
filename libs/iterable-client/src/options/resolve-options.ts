import type { CallOptions } from '../types/call-options.js';
import type { Authenticator } from '../types/authenticator.js';
import type {
  FetchFunction,
  IterableClientOptions,
  SleepFunction,
} from '../types/client-options.js';
import type { RateLimiter } from '../rate-limit/rate-limiter.js';
import type { ClientHooks } from '../types/hooks.js';
import { resolveBaseUrl } from './base-url.js';
import { checkFunction } from './check-function.js';
import { checkKeys } from './check-keys.js';
import { checkNumber } from './check-number.js';
import { resolveAuth } from './resolve-auth.js';
import { resolveRateLimiter } from './resolve-rate-limiter.js';
import { sleep } from './sleep.js';

/** The limits of a call. */
export interface CallLimits {
  readonly maxAttempts: number;
  readonly timeoutMs: number;
  /** `undefined`: follows from the other two. */
  readonly totalTimeoutMs: number | undefined;
}

/** The options, complete and checked. */
export interface ResolvedOptions {
  readonly auth: Authenticator;
  readonly baseUrl: string;
  readonly limits: CallLimits;
  readonly maxRetryDelayMs: number;
  readonly rateLimiter: RateLimiter;
  readonly fetch: FetchFunction | undefined;
  readonly hooks: ClientHooks;
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: SleepFunction;
}

const KNOWN = [
  'apiKey',
  'auth',
  'dataCenter',
  'baseUrl',
  'maxAttempts',
  'timeoutMs',
  'totalTimeoutMs',
  'maxRetryDelayMs',
  'rateLimits',
  'rateLimiter',
  'fetch',
  'hooks',
  'now',
  'random',
  'sleep',
] as const satisfies readonly (keyof IterableClientOptions)[];

const HOOKS = [
  'onAttempt',
  'onRetry',
  'onSuccess',
  'onFailure',
] as const satisfies readonly (keyof ClientHooks)[];

const DEFAULTS: CallLimits = { maxAttempts: 3, timeoutMs: 30_000, totalTimeoutMs: undefined };

/** Checks the options once; throws a `TypeError` that names the wrong one. */
export function resolveOptions(options: IterableClientOptions): ResolvedOptions {
  checkKeys('IterableClient options', options, KNOWN);
  return Object.freeze({
    auth: resolveAuth(options.apiKey, options.auth),
    baseUrl: resolveBaseUrl(options.dataCenter, options.baseUrl),
    limits: resolveLimits(options, DEFAULTS),
    maxRetryDelayMs: checkNumber('maxRetryDelayMs', options.maxRetryDelayMs, 30_000),
    rateLimiter: resolveRateLimiter(options),
    fetch: checkFunction('fetch', options.fetch, undefined),
    hooks: resolveHooks(options.hooks ?? {}),
    now: checkFunction('now', options.now, Date.now),
    random: checkFunction('random', options.random, Math.random),
    sleep: checkFunction('sleep', options.sleep, sleep),
  });
}

/** The limits of a call: its own, or else those of the client. */
export function resolveLimits(
  own: Omit<CallOptions, 'signal' | 'hooks'>,
  base: CallLimits,
): CallLimits {
  const total = own.totalTimeoutMs ?? base.totalTimeoutMs;
  return Object.freeze({
    maxAttempts: checkNumber('maxAttempts', own.maxAttempts, base.maxAttempts, 100),
    timeoutMs: checkNumber('timeoutMs', own.timeoutMs, base.timeoutMs),
    totalTimeoutMs: total === undefined ? undefined : checkNumber('totalTimeoutMs', total, total),
  });
}

/** Checks hooks; throws a `TypeError` that names the wrong one. */
export function resolveHooks(hooks: ClientHooks): ClientHooks {
  checkKeys('hooks', hooks, HOOKS);
  for (const name of HOOKS) checkFunction(`hooks.${name}`, hooks[name], undefined);
  return Object.freeze({ ...hooks });
}
