/** The reason of an attempt's signal when its time is up. */
export const TIME_IS_UP: unique symbol = Symbol('time is up');

/** The signal of one attempt. */
export interface Attempt {
  readonly controller: AbortController;
  /** Ends the time limit. */
  readonly stopTimer: () => void;
  /** Lets go of the caller's signal. */
  readonly release: () => void;
}

/**
 * Begins an attempt. It has a signal of its own: fetch leaves its listeners on a signal until they
 * are garbage, and the caller's may live as long as the process.
 */
export function beginAttempt(signal: AbortSignal | undefined, timeoutMs: number): Attempt {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(TIME_IS_UP), timeoutMs);
  const stop = (): void => controller.abort(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  return {
    controller,
    stopTimer: () => clearTimeout(timer),
    release: () => signal?.removeEventListener('abort', stop),
  };
}
