/** What can be said about a connection as text, in a URL or a variable. */
export type SettingKey =
  | 'host'
  | 'port'
  | 'database'
  | 'user'
  | 'password'
  | 'tlsMode'
  | 'caFile'
  | 'applicationName'
  | 'connectTimeoutSeconds';

/** One of them, not yet checked, with the name under which its author knows it. */
export interface Setting {
  readonly value: string;
  /** Such as `DB_HOST` or `sslmode in DATABASE_URL`. */
  readonly name: string;
}

/** A connection's settings. Those that are empty are not there. */
export type Settings = Readonly<Partial<Record<SettingKey, Setting>>>;
