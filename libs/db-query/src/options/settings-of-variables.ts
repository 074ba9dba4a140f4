import type { SettingKey, Settings } from './settings.js';

/** Environment variables, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The names of a family of variables. */
export type VariableNames = Readonly<Partial<Record<SettingKey, string>>>;

/** This project's own variables. */
export const DB_VARIABLES: VariableNames = {
  host: 'DB_HOST',
  port: 'DB_PORT',
  database: 'DB_NAME',
  user: 'DB_USER',
  password: 'DB_PASSWORD',
  tlsMode: 'DB_SSL',
  caFile: 'DB_SSL_CA_FILE',
};

/** libpq's variables. */
export const PG_VARIABLES: VariableNames = {
  host: 'PGHOST',
  port: 'PGPORT',
  database: 'PGDATABASE',
  user: 'PGUSER',
  password: 'PGPASSWORD',
  tlsMode: 'PGSSLMODE',
  caFile: 'PGSSLROOTCERT',
  applicationName: 'PGAPPNAME',
  connectTimeoutSeconds: 'PGCONNECT_TIMEOUT',
};

/** The settings that variables hold; one that is empty counts as not set. */
export function settingsOfVariables(environment: Environment, names: VariableNames): Settings {
  return Object.fromEntries(
    Object.entries(names).flatMap(([key, name]) => {
      const value = environment[name];
      return value ? [[key, { value, name }]] : [];
    }),
  );
}
