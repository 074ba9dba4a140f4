import { closedError } from '../errors/closed-error.js';
import { checkKeys, checkSignal } from '../options/checks.js';
import type { DatabaseOptions } from '../options/database-options.js';
import { resolveOptions } from '../options/resolve-options.js';
import { checkDatabase } from './check-database.js';
import { connector } from './connector.js';
import { createPool } from './create-pool.js';
import type { Database, SignalOption } from './database.js';
import { kyselyDialect } from './kysely-dialect.js';
import { openSnapshot } from './open-snapshot.js';
import type { Snapshot } from './snapshot.js';

/**
 * Makes a database of options, a URL or its parts. Nothing is connected yet.
 *
 * @throws TypeError where an option is unknown, missing or out of range; the password is not in it
 * @example
 * await using database = openDatabase({ url: 'postgresql://reader@localhost/shop' });
 * const { serverVersion } = await database.check();
 */
export function openDatabase(options: DatabaseOptions): Database {
  const resolved = resolveOptions(options);
  const { server } = resolved;
  const pool = createPool(resolved);
  const connect = connector(pool, resolved);
  const snapshots = new Set<Snapshot>();
  let closing: Promise<void> | undefined;

  const signalOf = (caller: string, given: SignalOption): AbortSignal | undefined => {
    checkKeys(caller, given, ['signal']);
    return checkSignal(caller, given.signal);
  };
  const refuseClosed = (): void => {
    if (closing !== undefined) throw closedError(server);
  };
  const close = async (): Promise<void> => {
    await Promise.all([...snapshots].map((snapshot) => snapshot.close()));
    await pool.end();
  };

  return Object.freeze({
    server,
    dialect: kyselyDialect(pool, connect, server),
    check: async (given: SignalOption = {}) => {
      const signal = signalOf('check', given);
      refuseClosed();
      return checkDatabase(connect, resolved, signal);
    },
    snapshot: async (given: SignalOption = {}) => {
      const signal = signalOf('snapshot', given);
      refuseClosed();
      return openSnapshot(connect, resolved, signal, snapshots);
    },
    close: () => (closing ??= close()),
    [Symbol.asyncDispose]: () => (closing ??= close()),
  });
}
