import { setTimeout } from 'node:timers/promises';
import { DatabaseError } from '../errors/database-error.js';

/** The time, and a way to let some of it pass. */
export interface Clock {
  /** In milliseconds, from any start. */
  now(): number;
  /** Resolves after so many milliseconds, or as soon as the signal says stop. */
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
}

/** How long a server may take to start. */
export interface StartupLimits {
  readonly startupTimeoutMs: number;
  readonly retryRefused: boolean;
}

export const SYSTEM_CLOCK: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) => setTimeout(ms, undefined, { ...(signal && { signal }) }),
};

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 2_000;

/**
 * Connects, again and again while the server says that it is starting up; the last error is thrown
 * where the time is over. Nothing else is tried twice: a wrong password doesn't become right.
 *
 * @param connect fails with what is known of the error, and at once where the signal says stop
 */
export async function whileStarting<Client>(
  connect: () => Promise<Client>,
  { startupTimeoutMs, retryRefused }: StartupLimits,
  clock: Clock,
  signal: AbortSignal | undefined,
): Promise<Client> {
  const end = clock.now() + startupTimeoutMs;
  for (let delayMs = FIRST_DELAY_MS; ; delayMs = Math.min(2 * delayMs, LONGEST_DELAY_MS)) {
    try {
      return await connect();
    } catch (error) {
      const leftMs = end - clock.now();
      if (leftMs <= 0 || !isStarting(error, retryRefused)) throw error;
      await clock.sleep(Math.min(delayMs, leftMs), signal).catch(() => undefined);
    }
  }
}

function isStarting(error: unknown, retryRefused: boolean): boolean {
  if (!(error instanceof DatabaseError)) return false;
  return error.code === 'SERVER_STARTING' || (retryRefused && error.code === 'CONNECTION_REFUSED');
}
