import type { OperationName } from '../contract/operations.js';

/** A limit of your own for an operation. */
export interface RateLimit {
  readonly requests: number;
  /** @default 1000 */
  readonly periodMs?: number;
}

/**
 * `'documented'`: the limits that Iterable's API document states, each for what it says shares it:
 * the project, the key, or the organization. An object: those, but other ones, or none (`'off'`),
 * for the operations that it names.
 */
export type RateLimits =
  'off' | 'documented' | Readonly<Partial<Record<OperationName, RateLimit | 'off'>>>;
