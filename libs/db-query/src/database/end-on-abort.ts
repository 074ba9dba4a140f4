import { cancelledError } from '../errors/cancelled-error.js';
import type { ServerAddress } from '../errors/server-address.js';
import type { Session } from './session.js';

/** Ends a session when a signal says so; the result takes the signal's hand off it. */
export function endOnAbort(
  session: Session,
  server: ServerAddress,
  signal: AbortSignal | undefined,
): () => void {
  if (signal === undefined) return () => undefined;
  const end = (): void => void session.fail(cancelledError(server, signal));
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  return () => signal.removeEventListener('abort', end);
}
