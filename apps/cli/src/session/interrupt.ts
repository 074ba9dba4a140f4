import type { Io } from '../io.js';

/** The two ways in which a user ends a run. */
export interface Interrupt {
  /** First request: no further record starts, those in flight finish. */
  readonly stop: AbortSignal;
  /** Second request: what is in flight is aborted. */
  readonly abort: AbortSignal;
  /** Resolves at a second request while nothing is in flight yet: then there is nothing to wait for. */
  readonly abandoned: Promise<void>;
  /** From now on records are in flight. */
  deliveryBegins(): void;
  /** Stops listening for requests. */
  release(): void;
}

/** Listens for requests to end; `tell` hears of the first. */
export function listenForInterrupt(io: Io, tell: () => void): Interrupt {
  const stop = new AbortController();
  const abort = new AbortController();
  const abandoned = Promise.withResolvers<void>();
  let delivering = false;
  const release = io.onInterrupt(() => {
    if (!stop.signal.aborted) {
      tell();
      stop.abort();
      return;
    }
    abort.abort();
    if (!delivering) abandoned.resolve();
  });
  return {
    stop: stop.signal,
    abort: abort.signal,
    abandoned: abandoned.promise,
    deliveryBegins: () => {
      delivering = true;
    },
    release,
  };
}

/** Whether an error is what an interrupt itself brought about. */
export function isCancellation(error: unknown, { stop }: Interrupt): boolean {
  if (!stop.aborted) return false;
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return error === stop.reason || code === 'CANCELLED' || name === 'AbortError';
}
