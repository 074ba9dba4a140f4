import { DatabaseError } from './database-error.js';
import { describeServer, type ServerAddress } from './server-address.js';

/** The error of what is asked of a database after its end. */
export function closedError(server: ServerAddress): DatabaseError {
  return new DatabaseError({
    code: 'CLOSED',
    message: `The connection to ${describeServer(server)} is closed: open the database anew`,
    server,
  });
}
