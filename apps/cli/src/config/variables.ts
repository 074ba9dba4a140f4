/** What is known of one setting. */
export interface Variable {
  /** Its value must never be shown, and can be read from the file that `NAME_FILE` names. */
  readonly secret: boolean;
  /** A URL that is a secret for the password that may be in it. */
  readonly url?: true;
  /** What it is where no source gives it. */
  readonly default?: string;
}

const plain: Variable = { secret: false };
const secret: Variable = { secret: true };
const secretUrl: Variable = { secret: true, url: true };
const usually = (value: string): Variable => ({ secret: false, default: value });

/** Every setting that the environment or a `.env` file can give. */
export const VARIABLES: Readonly<Record<string, Variable>> = {
  DATABASE_URL: secretUrl,
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
  USE_JWT_AUTH: usually('false'),
  ITERABLE_JWT_SECRET: secret,
  ITERABLE_JWT_ISSUER: usually('iterable-integration'),
  ITERABLE_JWT_LIFETIME_SECONDS: usually('3600'),
  ITERABLE_API_KEY: secret,
  ITERABLE_DATA_CENTER: usually('us'),
  ITERABLE_BASE_URL: plain,
  ITERABLE_MAX_ATTEMPTS: usually('3'),
  ITERABLE_TIMEOUT_MS: usually('30000'),
  LOG_LEVEL: usually('INFO'),
  LOG_FILE: usually('iterable_integration.log'),
  LOG_FORMAT: usually('text'),
  LOG_REDACT: usually('false'),
  OUTPUT_DIR: usually('.'),
  LEDGER_URL: { ...secretUrl, default: 'sqlite:.iterable-sync/ledger.db' },
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
