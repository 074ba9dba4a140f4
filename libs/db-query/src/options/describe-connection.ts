import { connectionSettings } from './connection-settings.js';
import { DEFAULTS, defaultTlsMode } from './defaults.js';
import type { SettingKey, Settings } from './settings.js';
import type { Environment } from './settings-of-variables.js';

/** A value of a connection, and which variable says it. */
export interface ConnectionValue {
  readonly name: SettingKey;
  /** Absent of a password. */
  readonly value?: string;
  /** Such as `PGHOST`, or `DATABASE_URL` for a part of it. Absent of a default. */
  readonly variable?: string;
}

/** In the order in which people name them. */
const NAMES: readonly SettingKey[] = [
  ...(['host', 'port', 'database', 'user', 'password'] as const),
  ...(['tlsMode', 'caFile', 'applicationName', 'connectTimeoutSeconds'] as const),
];

/**
 * What environment variables say of the connection, value by value and as `databaseOptionsFromEnvironment`
 * takes it, for who wants to show where each comes from. Nothing is checked. What nobody says is left out,
 * unless there is a default; where no host is said, all is.
 *
 * @example
 * describeConnection({ DATABASE_URL: 'postgres://db/shop', PGUSER: 'reader' });
 * // [{ name: 'host', value: 'db', variable: 'DATABASE_URL' }, …]
 */
export function describeConnection(environment: Environment): ConnectionValue[] {
  const { settings = {} } = connectionSettings(environment);
  const usual = defaultsFor(settings);
  return NAMES.flatMap((name) => {
    const setting = settings[name];
    const value = setting?.value ?? usual[name];
    if (value === undefined) return [];
    // Whoever wrote a part of a URL knows it as such: "the host in DATABASE_URL".
    const variable = setting?.name.split(' ').at(-1);
    return [
      {
        name,
        ...(name !== 'password' && { value }),
        ...(variable !== undefined && { variable }),
      },
    ];
  });
}

function defaultsFor({ host }: Settings): Partial<Record<SettingKey, string>> {
  if (host === undefined) return {};
  return {
    port: String(DEFAULTS.port),
    tlsMode: defaultTlsMode(host.value),
    applicationName: DEFAULTS.applicationName,
    connectTimeoutSeconds: String(DEFAULTS.connectTimeoutMs / 1000),
  };
}
