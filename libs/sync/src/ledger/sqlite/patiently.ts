import { setTimeout as sleep } from 'node:timers/promises';
import { resultCode } from './sqlite-error.js';

const BUSY = 5;
const LONGEST_PAUSE_MS = 25;

/**
 * Repeats what is refused because another connection is writing, until it gets through or the time is
 * over. SQLite's own `busy_timeout` waits too, but by stopping the thread: if the other connection is
 * this process's, it could never finish.
 */
export async function patiently<T>(timeoutMs: number, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (resultCode(error) !== BUSY || performance.now() - start >= timeoutMs) throw error;
    }
    await sleep(pauseMs);
  }
}
