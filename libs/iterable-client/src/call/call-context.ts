import type { ResolvedOptions } from '../options/resolve-options.js';
import type { RateLimiter } from '../rate-limit/rate-limiter.js';
import { type Transport, createTransport } from '../transport/transport.js';
import { version } from '../version.js';
import { type RunHook, type WarnOfHook, hookRunner, hookWarner } from './hook-runner.js';
import { StatisticsRecorder } from './statistics.js';

/** What all calls of one client share. */
export interface CallContext {
  readonly options: ResolvedOptions;
  readonly transport: Transport;
  readonly rateLimiter: RateLimiter;
  readonly runHook: RunHook;
  readonly warnOfHook: WarnOfHook;
  readonly statistics: StatisticsRecorder;
  /** The headers that do not depend on the call. */
  readonly headers: Readonly<Record<string, string>>;
  /** Numbers the calls. */
  nextCallId(): number;
}

/** Sets up what can be done once. */
export function createCallContext(options: ResolvedOptions): CallContext {
  let calls = 0;
  const warnOfHook = hookWarner();
  return Object.freeze({
    options,
    transport: createTransport(options.fetch),
    rateLimiter: options.rateLimiter,
    runHook: hookRunner(options.hooks, warnOfHook),
    warnOfHook,
    statistics: new StatisticsRecorder(),
    headers: Object.freeze({
      accept: 'application/json',
      'user-agent': `org-iterable-client/${version} node/${process.versions.node}`,
    }),
    nextCallId: () => (calls += 1),
  });
}
