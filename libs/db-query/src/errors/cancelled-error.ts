import { DatabaseError } from './database-error.js';
import { describeServer, type ServerAddress } from './server-address.js';

/** The error of work that its own `AbortSignal` ended; the signal's reason is the cause. */
export function cancelledError(
  server: ServerAddress,
  signal: AbortSignal | undefined,
): DatabaseError {
  return new DatabaseError({
    code: 'CANCELLED',
    message: `Reading from ${describeServer(server)} was cancelled by the caller's signal`,
    server,
    cause: signal?.reason,
  });
}
