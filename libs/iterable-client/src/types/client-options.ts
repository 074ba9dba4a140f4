import type { Authenticator } from './authenticator.js';
import type { RateLimiter } from '../rate-limit/rate-limiter.js';
import type { ClientHooks } from './hooks.js';
import type { RateLimitOptions } from './rate-limits.js';

/** Who is asking: an API key, or an authenticator such as those of `@org/auth`. */
export type CredentialOptions =
  | { readonly apiKey: string; readonly auth?: undefined }
  | { readonly auth: Authenticator; readonly apiKey?: undefined };

/** Where Iterable is: one of its data centers, or another address. */
export type LocationOptions =
  | {
      /**
       * The data center of the project: `us` is `https://api.iterable.com`, `eu` is
       * `https://api.eu.iterable.com`. A key works in its own only.
       * @default 'us'
       */
      readonly dataCenter?: 'us' | 'eu' | undefined;
      readonly baseUrl?: undefined;
    }
  | {
      /** Another address: `https:`, or `http:` on this machine (for a sandbox). */
      readonly baseUrl?: string | undefined;
      readonly dataCenter?: undefined;
    };

/** How calls are held back: by limits of this client's own, or by a limiter that several share. */
export type LimitingOptions =
  | {
      /**
       * How calls are held back to keep to Iterable's limits; `false` holds none back. A 429 closes
       * its operation for all calls in any case.
       * @default the documented limits
       */
      readonly rateLimits?: RateLimitOptions | false | undefined;
      readonly rateLimiter?: undefined;
    }
  | {
      /** A limiter that clients of the same Iterable project share. */
      readonly rateLimiter?: RateLimiter | undefined;
      readonly rateLimits?: undefined;
    };

/** A function like the global `fetch`. It must not follow redirects where the request says so. */
export type FetchFunction = (request: Request, init?: RequestInit) => Promise<Response>;

/** Everything else. */
export interface BehaviourOptions {
  /**
   * How many requests a call may send in all, 1 to 100.
   * @default 3
   */
  readonly maxAttempts?: number | undefined;
  /**
   * How long one attempt may take, reply included, in milliseconds.
   * @default 30000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * How long a call may take in all, waits included, in milliseconds. A server's hint that goes
   * beyond it ends the call at once.
   * @default time for all attempts, and two minutes of waiting
   */
  readonly totalTimeoutMs?: number | undefined;
  /**
   * The longest wait between attempts, before up to a quarter at random is added. A server's hint
   * may be longer and wins.
   * @default 30000
   */
  readonly maxRetryDelayMs?: number | undefined;
  /**
   * What sends the requests.
   * @default one of our own over `node:http`, which costs less than the global one
   */
  readonly fetch?: FetchFunction | undefined;
  /** Callbacks for logs and figures. */
  readonly hooks?: ClientHooks | undefined;
  /**
   * The time, in milliseconds since 1970.
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
  /**
   * A number from 0 to 1.
   * @default Math.random
   */
  readonly random?: (() => number) | undefined;
  /**
   * Waits; ends early when the signal is aborted.
   * @default a timer
   */
  readonly sleep?: SleepFunction | undefined;
}

/** Waits for so many milliseconds. */
export type SleepFunction = (milliseconds: number, signal?: AbortSignal) => Promise<unknown>;

/** The options of `IterableClient`. */
export type IterableClientOptions = CredentialOptions &
  LocationOptions &
  LimitingOptions &
  BehaviourOptions;
