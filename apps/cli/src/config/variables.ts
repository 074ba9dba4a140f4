/** What is known of one setting. */
export interface Variable {
  /** Its value must never be shown, and can be read from the file that `NAME_FILE` names. */
  readonly secret: boolean;
}

const plain: Variable = { secret: false };
const secret: Variable = { secret: true };

/** Every setting that the environment or a `.env` file can give. */
export const VARIABLES: Readonly<Record<string, Variable>> = {
  DATABASE_URL: secret,
  DB_HOST: plain,
  DB_PORT: plain,
  DB_NAME: plain,
  DB_USER: plain,
  DB_PASSWORD: secret,
  DB_SSL: plain,
  DB_SSL_CA_FILE: plain,
  PGHOST: plain,
  PGPORT: plain,
  PGDATABASE: plain,
  PGUSER: plain,
  PGPASSWORD: secret,
  PGSSLMODE: plain,
  PGSSLROOTCERT: plain,
  PGAPPNAME: plain,
  PGCONNECT_TIMEOUT: plain,
  USE_JWT_AUTH: plain,
  ITERABLE_JWT_SECRET: secret,
  ITERABLE_JWT_ISSUER: plain,
  ITERABLE_JWT_LIFETIME_SECONDS: plain,
  ITERABLE_API_KEY: secret,
  ITERABLE_DATA_CENTER: plain,
  ITERABLE_BASE_URL: plain,
  ITERABLE_MAX_ATTEMPTS: plain,
  ITERABLE_TIMEOUT_MS: plain,
  LOG_LEVEL: plain,
  LOG_FILE: plain,
  LOG_FORMAT: plain,
  LOG_REDACT: plain,
  OUTPUT_DIR: plain,
  LEDGER_URL: secret,
};

/** Names that a setting can have, `NAME_FILE` of secrets included. */
export const KNOWN_NAMES: readonly string[] = Object.entries(VARIABLES).flatMap(
  ([name, variable]) => (variable.secret ? [name, `${name}_FILE`] : [name]),
);

/**
 * Settings that say the same thing in different ways. Where a later source uses one way, what an
 * earlier source said in another no longer counts.
 */
export const ALTERNATIVES: readonly (readonly (readonly string[])[])[] = [
  [['ITERABLE_DATA_CENTER'], ['ITERABLE_BASE_URL']],
  [
    ['DATABASE_URL', 'DATABASE_URL_FILE'],
    ['DB_HOST', 'DB_PORT', 'DB_NAME', 'DB_USER', 'DB_PASSWORD', 'DB_PASSWORD_FILE'],
  ],
  ...Object.entries(VARIABLES).flatMap(([name, variable]) =>
    variable.secret ? [[[name], [`${name}_FILE`]]] : [],
  ),
];
