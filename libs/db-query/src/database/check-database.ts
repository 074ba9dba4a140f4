import type { ResolvedOptions } from '../options/resolve-options.js';
import type { Connect } from './connector.js';
import type { DatabaseCheck } from './database.js';
import { endOnAbort } from './end-on-abort.js';
import { Session } from './session.js';

const CHECK_SQL = `
select split_part(current_setting('server_version'), ' ', 1), current_database(), current_user,
  current_setting('transaction_read_only')`;

/** Connects, and asks the server who it is. */
export async function checkDatabase(
  connect: Connect,
  options: ResolvedOptions,
  signal: AbortSignal | undefined,
): Promise<DatabaseCheck> {
  const session = new Session(await connect(signal), options);
  const stopListening = endOnAbort(session, options.server, signal);
  try {
    const start = performance.now();
    const [row = []] = await session.run(CHECK_SQL);
    const latencyMs = performance.now() - start;
    const [serverVersion, database, user, readOnly] = row;
    return {
      serverVersion: serverVersion ?? '',
      database: database ?? '',
      user: user ?? '',
      readOnly: readOnly === 'on',
      latencyMs,
    };
  } finally {
    stopListening();
    await session.close();
  }
}
