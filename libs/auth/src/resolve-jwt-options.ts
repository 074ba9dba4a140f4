import { apiKeyProblem, textProblem } from './credential-problems.js';
import { checkFunction, checkInteger, checkOptionNames } from './check-options.js';
import type { JwtAuthOptions, SignedEvent } from './jwt-auth-options.js';
import { LIFETIME_BOUNDS } from './jwt-limits.js';
import type { Secret } from './secret.js';
import { toSecret } from './to-secret.js';

const OPTION_NAMES = Object.keys({
  secret: true,
  apiKey: true,
  issuer: true,
  lifetimeSeconds: true,
  clockSkewSeconds: true,
  cacheSize: true,
  now: true,
  onSigned: true,
} satisfies Record<keyof JwtAuthOptions, true>);

/** Every option of a JWT authenticator, checked. */
export interface ResolvedJwtOptions {
  readonly secret: Secret;
  readonly apiKey: Secret | undefined;
  readonly issuer: string;
  readonly lifetimeSeconds: number;
  readonly clockSkewSeconds: number;
  readonly cacheSize: number;
  readonly now: () => number;
  readonly onSigned: ((event: SignedEvent) => void) | undefined;
}

/** @throws TypeError naming the first option that cannot be used. */
export function resolveJwtOptions(options: JwtAuthOptions): ResolvedJwtOptions {
  checkOptionNames('jwtAuth', options, OPTION_NAMES);
  const {
    issuer = 'iterable-integration',
    lifetimeSeconds = 3600,
    clockSkewSeconds = 0,
    cacheSize = 10_000,
    now = Date.now,
    onSigned,
  } = options;
  const secret = toSecret('jwtAuth: secret', options.secret, textProblem);
  const apiKey =
    options.apiKey === undefined
      ? undefined
      : toSecret('jwtAuth: apiKey', options.apiKey, apiKeyProblem);
  const wrongIssuer = textProblem(issuer);
  if (wrongIssuer !== undefined) throw new TypeError(`jwtAuth: issuer ${wrongIssuer}.`);
  checkInteger('jwtAuth: lifetimeSeconds', lifetimeSeconds, LIFETIME_BOUNDS);
  checkInteger('jwtAuth: clockSkewSeconds', clockSkewSeconds, {
    least: 0,
    most: lifetimeSeconds - 1,
    unit: 'seconds',
  });
  checkInteger('jwtAuth: cacheSize', cacheSize, { least: 1, most: 1_000_000, unit: 'tokens' });
  checkFunction('jwtAuth: now', now);
  checkFunction('jwtAuth: onSigned', onSigned);
  return Object.freeze({
    secret,
    apiKey,
    issuer,
    lifetimeSeconds,
    clockSkewSeconds,
    cacheSize,
    now,
    onSigned,
  });
}
