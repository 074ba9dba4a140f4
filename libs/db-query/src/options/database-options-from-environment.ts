import { DatabaseError } from '../errors/database-error.js';
import { connectionSettings } from './connection-settings.js';
import type { ConnectionParts, PoolOptions } from './database-options.js';
import { optionsOfSettings } from './options-of-settings.js';
import type { Environment } from './settings-of-variables.js';

/**
 * Reads from environment variables where the database is.
 *
 * `DATABASE_URL`, else `DB_HOST`, `DB_PORT`, `DB_NAME`, `DB_USER`, `DB_PASSWORD`; with `DB_SSL`
 * (`disable`, `require`, `verify-ca`, `verify-full`; also `true` and `false`) and `DB_SSL_CA_FILE`
 * for either. What they don't say libpq's variables do, one by one: `PGHOST`, `PGPORT`,
 * `PGDATABASE`, `PGUSER`, `PGPASSWORD`, `PGSSLMODE`, `PGSSLROOTCERT`, `PGAPPNAME`,
 * `PGCONNECT_TIMEOUT` (seconds). What belongs together comes together: a port counts only with the
 * host of its family, a CA file only with the mode of its family. An empty variable is not set.
 * `DATABASE_URL_FILE`, `DB_PASSWORD_FILE` and `PGPASSWORD_FILE` name files that hold those secrets.
 *
 * The password in the result is a function, so that printing the options doesn't print it.
 *
 * @throws {@link DatabaseError} `CONFIGURATION` with all `problems` at once: `DATABASE_URL` and
 * `DB_*` both set, a part missing, a value that is none, a file that can't be read. Neither a password nor `DATABASE_URL` is
 * in it
 */
export function databaseOptionsFromEnvironment(
  environment: Environment,
): ConnectionParts & PoolOptions {
  const { settings, problems } = connectionSettings(environment);
  if (settings === undefined) throw configurationError(problems);
  const result = optionsOfSettings(settings);
  const all = [...problems, ...result.problems];
  if (result.options === undefined || all.length > 0) throw configurationError(all);
  return result.options;
}

function configurationError(problems: readonly string[]): DatabaseError {
  const lines = problems.map((problem) => `- ${problem}`).join('\n');
  return new DatabaseError({
    code: 'CONFIGURATION',
    message: `The settings of the database connection don't hold:\n${lines}`,
    problems,
  });
}
