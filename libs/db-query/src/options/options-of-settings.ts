import type { ConnectionParts, PoolOptions } from './database-options.js';
import type { Setting, Settings } from './settings.js';
import { tlsOfSettings } from './tls-of-settings.js';

/** Options, or the problems that stand in the way: all of them. */
export interface OptionsOfSettings {
  readonly options?: ConnectionParts & PoolOptions;
  readonly problems: readonly string[];
}

const REQUIRED = [
  ['host', 'DB_HOST'],
  ['database', 'DB_NAME'],
  ['user', 'DB_USER'],
] as const;
const DAY_IN_SECONDS = 86_400;

/** Checks settings and makes options of them. Reads the CA file, so that a missing one is told. */
export function optionsOfSettings(settings: Settings): OptionsOfSettings {
  const problems: string[] = missing(settings);
  const port = wholeNumber(settings.port, 65_535, problems);
  const seconds = wholeNumber(settings.connectTimeoutSeconds, DAY_IN_SECONDS, problems);
  const tls = tlsOfSettings(settings, problems);
  const { host, database, user, password, applicationName } = settings;
  if (host?.value.includes(',') === true) problems.push(`${host.name} must be a single host`);
  if (problems.length > 0 || !host || !database || !user) return { problems };
  return {
    problems,
    options: {
      host: host.value,
      ...(port === undefined ? {} : { port }),
      database: database.value,
      user: user.value,
      ...(password === undefined ? {} : { password: (): string => password.value }),
      ...(tls === undefined ? {} : { tls }),
      ...(applicationName === undefined ? {} : { applicationName: applicationName.value }),
      ...(seconds === undefined ? {} : { connectTimeoutMs: seconds * 1000 }),
    },
  };
}

function missing(settings: Settings): string[] {
  const absent = REQUIRED.filter(([key]) => settings[key] === undefined);
  if (absent.length === REQUIRED.length) {
    return ['No database is named: set DATABASE_URL, or DB_HOST, DB_NAME and DB_USER'];
  }
  return absent.map(([key, name]) => `The ${key} is missing: name it in the URL, or set ${name}`);
}

function wholeNumber(
  setting: Setting | undefined,
  max: number,
  problems: string[],
): number | undefined {
  if (setting === undefined) return undefined;
  const { name, value } = setting;
  if (/^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= max) return Number(value);
  problems.push(`${name} must be a whole number from 1 to ${max}, not "${value}"`);
  return undefined;
}
