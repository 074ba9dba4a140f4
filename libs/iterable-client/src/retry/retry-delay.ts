const MOST_JITTER = 0.25;

/** What the wait before a retry depends on. */
export interface RetryDelayInput {
  /** Which retry of the call: 1 for the first. */
  readonly retry: number;
  /** The wait before the first retry, before jitter, in milliseconds. */
  readonly firstMs: number;
  /** The longest wait before jitter, in milliseconds. */
  readonly capMs: number;
  /** The least wait that the server asked for, in milliseconds. */
  readonly hintMs?: number | undefined;
  /** A number from 0 to 1. */
  readonly random: number;
}

/**
 * How long to wait, in milliseconds: the first delay, doubled with each retry up to the cap, then up
 * to a quarter more at random so that callers who failed together do not come back together; never
 * less than the hint.
 */
export function retryDelay(input: RetryDelayInput): number {
  const { retry, firstMs, capMs, hintMs = 0, random } = input;
  const backoff = Math.min(capMs, firstMs * 2 ** (retry - 1));
  return Math.ceil(Math.max(backoff * (1 + MOST_JITTER * random), hintMs));
}
