import { apiKeyAuth } from './api-key-auth.js';
import type { AuthWarning } from './auth-warning.js';
import type { AuthMethod, Authenticator } from './authenticator.js';
import { checkOptionNames, typeName } from './check-options.js';
import type { JwtAuthOptions } from './jwt-auth-options.js';
import { jwtAuth } from './jwt-auth.js';
import { readEnvironment, type Environment } from './read-environment.js';

/** What no environment variable says; used where JWT is in use. */
export type AuthFromEnvironmentOptions = Pick<
  JwtAuthOptions,
  'cacheSize' | 'clockSkewSeconds' | 'now' | 'onSigned'
>;

/** An authenticator, and how it came about. */
export interface EnvironmentAuth {
  readonly authenticator: Authenticator;
  /** The method that `USE_JWT_AUTH` asks for. */
  readonly asked: AuthMethod;
  /** The method in use: another one only with the warning `JWT_FELL_BACK_TO_API_KEY`. */
  readonly used: AuthMethod;
  /** What should be told to whoever runs the program; nothing is printed. */
  readonly warnings: readonly AuthWarning[];
}

const FELL_BACK: AuthWarning = Object.freeze({
  code: 'JWT_FELL_BACK_TO_API_KEY',
  message:
    'USE_JWT_AUTH is true, but ITERABLE_JWT_SECRET is not set; the API key is used in place of JWT.',
});

/**
 * The authenticator that environment variables ask for.
 *
 * | variable | meaning | default |
 * | --- | --- | --- |
 * | `USE_JWT_AUTH` | `true`: JWT; `false`: API key, in any case | `false` |
 * | `ITERABLE_API_KEY` | the API key; with JWT it is sent along, and used alone where there is no secret | |
 * | `ITERABLE_JWT_SECRET` | the HS256 secret | |
 * | `ITERABLE_JWT_ISSUER` | the `iss` claim | `iterable-integration` |
 * | `ITERABLE_JWT_LIFETIME_SECONDS` | from `iat` to `exp` | `3600` |
 *
 * An empty variable counts as not set. The `ITERABLE_JWT_` variables are read only where JWT is asked for.
 *
 * @throws AuthEnvironmentError with all that is missing or cannot be used.
 * @throws TypeError for an option that is unknown or cannot be used.
 * @example
 * ```ts
 * import { authFromEnvironment } from '@org/auth';
 *
 * const { used } = authFromEnvironment({ ITERABLE_API_KEY: 'my-api-key' });
 * used; // 'api-key'
 * ```
 */
export function authFromEnvironment(
  env: Environment,
  options: AuthFromEnvironmentOptions = {},
): EnvironmentAuth {
  checkOptionNames('authFromEnvironment', options, OPTION_NAMES);
  if (typeof env !== 'object' || env === null) {
    throw new TypeError(
      `authFromEnvironment takes a record of environment variables; received ${typeName(env)}.`,
    );
  }
  const { asked, apiKey, secret, issuer, lifetimeSeconds } = readEnvironment(env);
  if (secret === undefined) {
    // `readEnvironment` answers only where there is one of the two credentials.
    const authenticator = apiKeyAuth({ apiKey: apiKey ?? '' });
    const warnings = asked === 'jwt' ? [FELL_BACK] : [];
    return freeze({ authenticator, asked, used: 'api-key', warnings });
  }
  const authenticator = jwtAuth({ ...options, secret, apiKey, issuer, lifetimeSeconds });
  return freeze({ authenticator, asked, used: 'jwt', warnings: authenticator.warnings });
}

const OPTION_NAMES = Object.keys({
  cacheSize: true,
  clockSkewSeconds: true,
  now: true,
  onSigned: true,
} satisfies Record<keyof AuthFromEnvironmentOptions, true>);

function freeze(auth: EnvironmentAuth): EnvironmentAuth {
  return Object.freeze({ ...auth, warnings: Object.freeze([...auth.warnings]) });
}
