import type { Rate } from '../operations/operation.js';

/** How calls are held back to keep to the limits of a project. */
export interface RateLimitOptions {
  /**
   * Own limits by the operation's name (`users/update`), or by its method and path
   * (`POST /api/users/update`); `false` is none. They take the place of the documented ones.
   * @default none
   */
  readonly limits?: Readonly<Record<string, Rate | false>> | undefined;
  /**
   * Whether the limits that Iterable documents are kept to.
   * @default true
   */
  readonly documented?: boolean | undefined;
  /**
   * The limit of each operation without a documented one.
   * @default false
   */
  readonly defaultLimit?: Rate | false | undefined;
  /**
   * Spreads the requests over the period, where they would otherwise start in a burst as soon as the
   * limit allows.
   * @default false
   */
  readonly pace?: boolean | undefined;
  /**
   * A request is taken to have reached Iterable so many milliseconds after its start at the latest,
   * even where its reply is still out. It makes up for slow replies; the limit is kept as long as
   * requests do not differ by more than this in how long they travel.
   * @default none: only the reply proves it
   */
  readonly arrivalWithinMs?: number | undefined;
}

/** How the limit of one operation stands. */
export interface RateLimitState {
  /** The limit; `undefined` for none. */
  readonly limit: Rate | undefined;
  /** Requests that could start now. `Infinity` without a limit. */
  readonly available: number;
  /** Requests whose replies are out. */
  readonly inFlight: number;
  /** Calls that wait for the limit. */
  readonly waiting: number;
  /** For how many milliseconds all calls wait since a 429; 0 if they do not. */
  readonly closedForMs: number;
}
