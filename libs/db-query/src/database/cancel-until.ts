import { setTimeout as delay } from 'node:timers/promises';
import type { ResolvedOptions } from '../options/resolve-options.js';
import { type CancelKey, requestCancel } from './request-cancel.js';

/** How long the server may take to confirm a cancellation before the connection is cut. */
const GRACE_MS = 5_000;

/** Until a request is repeated; twice as long each time. */
const FIRST_PAUSE_MS = 50;

/**
 * Asks for a cancellation until what is in flight has ended, or the grace is over. One request may
 * do nothing: it comes on a connection of its own, perhaps before the query, and a session that is
 * idle ignores it ("Canceling Requests in Progress" in PostgreSQL's protocol).
 */
export async function cancelUntil(
  ended: Promise<unknown>,
  options: ResolvedOptions,
  { processID, secretKey }: Partial<CancelKey>,
): Promise<void> {
  // Without a key there is nothing to ask with.
  if (typeof processID !== 'number' || typeof secretKey !== 'number') return;
  const over = new AbortController();
  const { signal } = over;
  void repeat(() => requestCancel(options, { processID, secretKey }), signal);
  await Promise.race([ended, delay(GRACE_MS, undefined, { signal })]);
  over.abort();
}

async function repeat(request: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted; pauseMs *= 2) {
    await request().catch(() => undefined);
    await delay(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}
