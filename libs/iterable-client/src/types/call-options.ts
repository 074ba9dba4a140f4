import type { ClientHooks } from './hooks.js';

/** Options of a single call. */
export interface CallOptions {
  /** Aborts the call at any moment: before it, in flight, while it waits. */
  readonly signal?: AbortSignal | undefined;
  /** How many requests this call may send. @default the client's */
  readonly maxAttempts?: number | undefined;
  /** How long one attempt may take, in milliseconds. @default the client's */
  readonly timeoutMs?: number | undefined;
  /** How long the call may take in all, in milliseconds. @default the client's */
  readonly totalTimeoutMs?: number | undefined;
  /** Hooks of this call alone; those of the client are called too, and first. */
  readonly hooks?: ClientHooks | undefined;
}
