import type { SyncClient } from './sync-client.js';
import { defineSync, type SyncDefinition } from './define-sync.js';
import type { SyncListener } from './sync-event.js';

/** What {@link runSync} takes. */
export interface RunSyncOptions<Row> {
  readonly sync: SyncDefinition<Row>;
  /** The rows, in the order of the query. Read no faster than they are delivered. */
  readonly rows: AsyncIterable<Row>;
  readonly client: SyncClient;
  /**
   * Rows that the query returns, where it is known beforehand. The run then refuses to end with
   * another number, and rows that it never reached count as not attempted.
   * @default the number of rows read
   */
  readonly total?: number;
  /**
   * Rows side by side. At 100 ms a call, 100 of them make 500 rows a second, the documented limit
   * of `users/update`.
   * @default 100
   */
  readonly concurrency?: number;
  /** Failed rows kept in the summary; the events tell of all. @default 1000 */
  readonly keptFailures?: number;
  /** Rows without an answer in a row after which the run stops. @default 10 */
  readonly outageThreshold?: number;
  /** Ends the run in good order: no further row starts, those in flight finish. */
  readonly stop?: AbortSignal;
  /** Ends the run at once: calls in flight are aborted and recorded as such. */
  readonly signal?: AbortSignal;
  readonly onEvent?: SyncListener;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

/** The options with every default filled in. */
export type ResolvedRunOptions<Row> = Omit<
  RunSyncOptions<Row>,
  'concurrency' | 'keptFailures' | 'outageThreshold' | 'now'
> & {
  readonly concurrency: number;
  readonly keptFailures: number;
  readonly outageThreshold: number;
  readonly now: () => number;
};

const KNOWN = new Set<string>([
  'sync',
  'rows',
  'client',
  'total',
  'concurrency',
  'keptFailures',
  'outageThreshold',
  'stop',
  'signal',
  'onEvent',
  'now',
] satisfies (keyof RunSyncOptions<unknown>)[]);

/** @throws TypeError for an unknown option or a number out of range */
export function resolveRunOptions<Row>(options: RunSyncOptions<Row>): ResolvedRunOptions<Row> {
  const unknown = Object.keys(options).filter((name) => !KNOWN.has(name));
  if (unknown.length > 0) {
    throw new TypeError(
      `runSync: unknown option ${unknown.join(', ')}; known are ${[...KNOWN].join(', ')}`,
    );
  }
  defineSync(options.sync);
  if (typeof options.rows?.[Symbol.asyncIterator] !== 'function') {
    throw new TypeError(`runSync: rows must be async-iterable; received ${typeof options.rows}`);
  }
  const { users, events } = options.client ?? {};
  if (typeof users?.update !== 'function' || typeof events?.track !== 'function') {
    throw new TypeError('runSync: client must have users.update and events.track');
  }
  if (options.total !== undefined) wholeNumber('total', options.total, 0);
  return Object.freeze({
    ...options,
    concurrency: wholeNumber('concurrency', options.concurrency ?? 100, 1),
    keptFailures: wholeNumber('keptFailures', options.keptFailures ?? 1000, 0),
    outageThreshold: wholeNumber('outageThreshold', options.outageThreshold ?? 10, 1),
    now: options.now ?? Date.now,
  });
}

function wholeNumber(name: string, value: number, least: number): number {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new TypeError(
      `runSync: ${name} must be a whole number from ${String(least)} on; received ${String(value)}`,
    );
  }
  return value;
}
