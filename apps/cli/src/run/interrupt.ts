import type { Io } from '../io.js';

/** The two ways in which a user ends a run. */
export interface Interrupt {
  /** First request: no further record starts, those in flight finish. */
  readonly stop: AbortSignal;
  /** Second request: what is in flight is aborted. */
  readonly abort: AbortSignal;
  /** Stops listening for requests. */
  release(): void;
}

/** Listens for requests to end; `tell` hears of the first. */
export function listenForInterrupt(io: Io, tell: () => void): Interrupt {
  const stop = new AbortController();
  const abort = new AbortController();
  const release = io.onInterrupt(() => {
    if (stop.signal.aborted) {
      abort.abort();
      return;
    }
    tell();
    stop.abort();
  });
  return { stop: stop.signal, abort: abort.signal, release };
}
