import type { IterableError } from '../errors/iterable-error.js';
import type { RetryCause } from '../retry/retry-cause.js';

/** What all events say. */
export interface CallEvent {
  /** The operation's name: its path without `/api/`, such as `users/update`. */
  readonly operation: string;
  /** The same for all events of one call; counts the client's calls from 1. */
  readonly callId: number;
  /** Attempts made, this one included. */
  readonly attempt: number;
  /** The most attempts this call will make; one more after a token had to be renewed. */
  readonly maxAttempts: number;
}

/** A request is about to be sent. */
export type AttemptEvent = CallEvent;

/** An attempt failed, and another will follow after a wait. */
export interface RetryEvent extends CallEvent {
  /** A status such as `503`, or `network`, `timeout`, `response` (an unreadable 2xx reply). */
  readonly cause: RetryCause;
  /** How long the wait will be, in milliseconds. */
  readonly delayMs: number;
}

/** The call succeeded. */
export interface SuccessEvent extends CallEvent {
  /** `Success`, the counts of a bulk reply (`998 succeeded, 2 failed`), or else the word `OK`. */
  readonly summary: string;
}

/** The call failed for good. */
export interface FailureEvent extends CallEvent {
  /** An {@link IterableError}, or whatever the authenticator threw. */
  readonly error: IterableError | Error;
}

/**
 * Callbacks for logs and figures. They are not waited for, and what they throw or reject with changes
 * nothing about the call: it becomes a process warning, once per client and hook.
 */
export interface ClientHooks {
  /** A request is about to be sent. */
  readonly onAttempt?: ((event: AttemptEvent) => void) | undefined;
  /** An attempt failed, and another will follow. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
  /** The call succeeded. */
  readonly onSuccess?: ((event: SuccessEvent) => void) | undefined;
  /** The call failed for good. */
  readonly onFailure?: ((event: FailureEvent) => void) | undefined;
}
