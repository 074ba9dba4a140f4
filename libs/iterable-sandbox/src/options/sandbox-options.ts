import type { ApiKey } from '../auth/api-key.js';
import type { RateLimits } from '../limits/rate-limit-options.js';
import type { DataCenter } from '../state/data-center.js';
import type { ProjectType } from '../state/project-type.js';

/** Options of {@link createSandbox}. */
export interface SandboxOptions {
  /** The keys of the project; one at least. */
  readonly apiKeys: readonly ApiKey[];
  /** TCP port; 0 takes a free one. @default 0 */
  readonly port?: number;
  /**
   * Address to listen on. Anything but a loopback address opens the sandbox, and the personal data
   * that it was sent, to the network: reading its state needs no key. @default '127.0.0.1'
   */
  readonly host?: string;
  /** What identifies the users of the project. @default 'hybrid' */
  readonly projectType?: ProjectType;
  /**
   * The data center that the sandbox stands for: `us` as `https://api.iterable.com`, `eu` as
   * `https://api.eu.iterable.com`. A key of the other one is refused as an unknown key is. There
   * are no email-based projects in `eu`. @default 'us'
   */
  readonly dataCenter?: DataCenter;
  /** Whether fields that are new are created where a request does not say. @default true */
  readonly createNewFields?: boolean;
  /** The time in milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
  /**
   * Requests beyond a limit get 429. Off unless asked for, so that a test is as fast as it can be.
   *
   * @default 'off'
   */
  readonly rateLimits?: RateLimits;
  /**
   * What was written can be read over the API only so much later, by the clock of `now`. The readers
   * of the sandbox itself show it at once.
   *
   * @default 0
   */
  readonly processingDelayMs?: number;
  /** Longest request body, in bytes: Iterable says "4MB". @default 4000000 */
  readonly maxBodyBytes?: number;
  /** Longest time that a sender may take for a whole request. @default 30000 */
  readonly requestTimeoutMs?: number;
  /** Requests that the journal keeps; the counts go on without a bound. @default 10000 */
  readonly journalEntries?: number;
  /** Characters that the bodies in the journal may have together. @default 64000000 */
  readonly journalBodyChars?: number;
}

/** The options, complete. */
export type ResolvedOptions = Readonly<Required<SandboxOptions>>;
