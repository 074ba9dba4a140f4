import { authFromEnvironment } from '@org/auth';
import type { Config } from '../config/config.js';
import { ConfigurationError } from '../config/configuration-error.js';
import type { Sending } from './sending.js';

/**
 * Makes sure that records may be delivered as it was asked for: a token is of one user, and a request
 * with many users has none.
 *
 * @throws ConfigurationError where they may not
 */
export function requireDelivery(
  { delivery }: Pick<Sending, 'delivery'>,
  { authentication }: Pick<Config, 'authentication'>,
): void {
  if (delivery !== 'bulk' || authFromEnvironment(authentication).used !== 'jwt') return;
  throw new ConfigurationError([
    "delivery can't be bulk with JWT, since a token is of one user: use single or auto, or a server-side key and USE_JWT_AUTH=false",
  ]);
}
