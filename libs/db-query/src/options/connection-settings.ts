import { readSecretFiles } from './read-secret-files.js';
import type { SettingKey, Settings } from './settings.js';
import { settingsOfUrl } from './settings-of-url.js';
import {
  DB_VARIABLES,
  type Environment,
  PG_VARIABLES,
  settingsOfVariables,
} from './settings-of-variables.js';

/** What environment variables say of a connection, not yet checked. */
export interface ConnectionSettings {
  /** Absent where the problems leave nothing to be looked at. */
  readonly settings?: Settings;
  readonly problems: readonly string[];
}

/** Puts together what variables say: a URL or parts, and what they leave open by libpq's variables. */
export function connectionSettings(environment: Environment): ConnectionSettings {
  const problems: string[] = [];
  const variables = readSecretFiles(environment, problems);
  // A missing secret would look like another problem, too.
  if (problems.length > 0) return { problems };
  const own = settingsOfVariables(variables, DB_VARIABLES);
  const standard = settingsOfVariables(variables, PG_VARIABLES);
  const url = variables['DATABASE_URL'];
  if (!url) return { settings: completed(own, standard), problems: [] };
  const given = settingsOfUrl(url, 'DATABASE_URL');
  if (given.problems.length > 0 && Object.keys(given.settings).length === 0) {
    return { problems: given.problems };
  }
  return {
    settings: completed(completed(given.settings, own), standard),
    problems: [...given.problems, ...conflicts(given.settings, own)],
  };
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
