import { DatabaseError } from '../errors/database-error.js';
import type { ConnectionParts, PoolOptions } from './database-options.js';
import { optionsOfSettings } from './options-of-settings.js';
import { readSecretFiles } from './read-secret-files.js';
import type { SettingKey, Settings } from './settings.js';
import { settingsOfUrl } from './settings-of-url.js';
import {
  DB_VARIABLES,
  type Environment,
  PG_VARIABLES,
  settingsOfVariables,
} from './settings-of-variables.js';

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
  const problems: string[] = [];
  const variables = readSecretFiles(environment, problems);
  // A missing secret would look like another problem, too.
  if (problems.length > 0) throw configurationError(problems);
  const own = settingsOfVariables(variables, DB_VARIABLES);
  const standard = settingsOfVariables(variables, PG_VARIABLES);
  const url = variables['DATABASE_URL'];
  if (!url) return optionsOrThrow(completed(own, standard), []);
  const given = settingsOfUrl(url, 'DATABASE_URL');
  if (given.problems.length > 0 && Object.keys(given.settings).length === 0) {
    throw configurationError(given.problems);
  }
  const settings = completed(completed(given.settings, own), standard);
  return optionsOrThrow(settings, [...given.problems, ...conflicts(given.settings, own)]);
}

/** Settings with those of a lower family where they are silent. */
function completed(settings: Settings, lower: Settings): Settings {
  const { port, caFile, ...rest } = lower;
  return {
    ...rest,
    ...(port !== undefined && settings.host === undefined ? { port } : {}),
    ...(caFile !== undefined && (settings.tlsMode === undefined || caFile.name === 'DB_SSL_CA_FILE')
      ? { caFile }
      : {}),
    ...settings,
  };
}

/** A URL says all of these, if only by silence. TLS may be added to it. */
const IN_URL: readonly SettingKey[] = ['host', 'port', 'database', 'user', 'password'];

function conflicts(url: Settings, own: Settings): string[] {
  const names = Object.entries(own)
    .filter(([key]) => key in url || IN_URL.includes(key as SettingKey))
    .map(([, { name }]) => name);
  if (names.length === 0) return [];
  return [`DATABASE_URL and ${names.join(', ')} say the same thing twice: keep one`];
}

function optionsOrThrow(
  settings: Settings,
  problems: readonly string[],
): ConnectionParts & PoolOptions {
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
