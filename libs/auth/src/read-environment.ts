import { AuthEnvironmentError, type EnvironmentProblem } from './auth-environment-error.js';
import type { AuthMethod } from './authenticator.js';
import { integerProblem } from './check-options.js';
import { apiKeyProblem, textProblem } from './credential-problems.js';
import { LIFETIME_BOUNDS } from './jwt-limits.js';

/** Environment variables by name, as `process.env` has them. An empty one counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says about authentication, checked; at least one of the credentials is there. */
export interface AuthSettings {
  readonly asked: AuthMethod;
  readonly apiKey: string | undefined;
  readonly secret: string | undefined;
  readonly issuer: string | undefined;
  readonly lifetimeSeconds: number | undefined;
}

/** @throws AuthEnvironmentError with every problem there is. */
export function readEnvironment(env: Environment): AuthSettings {
  const problems: EnvironmentProblem[] = [];

  function read(variable: string, problemOf: (value: string) => string | undefined) {
    const value = env[variable];
    if (value === undefined || value === '') return undefined;
    const message = typeof value === 'string' ? problemOf(value) : textProblem(value);
    if (message !== undefined) problems.push({ variable, message });
    return value;
  }

  const useJwt = String(read('USE_JWT_AUTH', switchProblem) ?? 'false').toLowerCase();
  const asked: AuthMethod = useJwt === 'true' ? 'jwt' : 'api-key';
  const apiKey = read('ITERABLE_API_KEY', apiKeyProblem);
  // What the API key does not need cannot stand in its way.
  const forJwt: typeof read = (...args) => (useJwt === 'false' ? undefined : read(...args));
  const secret = forJwt('ITERABLE_JWT_SECRET', textProblem);
  const issuer = forJwt('ITERABLE_JWT_ISSUER', textProblem);
  const lifetime = forJwt('ITERABLE_JWT_LIFETIME_SECONDS', lifetimeProblem);

  if (apiKey === undefined && secret === undefined) problems.push(...MISSING[asked]);
  if (problems.length > 0) throw new AuthEnvironmentError(problems);
  const lifetimeSeconds = lifetime === undefined ? undefined : Number(lifetime);
  return { asked, apiKey, secret, issuer, lifetimeSeconds };
}

/** What is missing where there is no credential at all. */
const MISSING: Readonly<Record<AuthMethod, readonly EnvironmentProblem[]>> = {
  'api-key': [
    {
      variable: 'ITERABLE_API_KEY',
      message: 'is not set; set it, or USE_JWT_AUTH=true and ITERABLE_JWT_SECRET for JWT',
    },
  ],
  jwt: [
    {
      variable: 'ITERABLE_JWT_SECRET',
      message: 'is not set; USE_JWT_AUTH=true needs it',
    },
    {
      variable: 'ITERABLE_API_KEY',
      message:
        'is not set either; it is sent along with a JWT, and serves where there is no secret',
    },
  ],
};

function switchProblem(value: string): string | undefined {
  if (/^(?:true|false)$/i.test(value)) return undefined;
  return `must be true or false; received ${shown(value)}`;
}

function lifetimeProblem(value: string): string | undefined {
  const seconds = /^\d+$/.test(value) ? Number(value) : NaN;
  return integerProblem(seconds, LIFETIME_BOUNDS)?.replace(
    /received .*$/,
    `received ${shown(value)}`,
  );
}

/** A long value in the wrong variable may be a secret that was put there by mistake. */
function shown(value: string): string {
  return value.length <= 12 ? JSON.stringify(value) : `a text of ${value.length} characters`;
}
