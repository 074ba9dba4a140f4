import { authFromEnvironment, type EnvironmentAuth } from '@org/auth';
import { IterableClient } from '@org/iterable-client';
import type { Config } from '../config/config.js';
import type { Session } from '../session/session.js';

/** Iterable, as a job calls it. */
export interface OpenClient {
  readonly client: IterableClient;
  readonly auth: EnvironmentAuth;
}

/** Step 4: the client and its credentials. Nothing is asked of Iterable yet. */
export function openClient(
  { authentication, iterable }: Pick<Config, 'authentication' | 'iterable'>,
  { log, narrator }: Pick<Session, 'log' | 'narrator'>,
): OpenClient {
  narrator.step('4', 'Initializing Iterable API client');
  const logger = log.logger('iterable_client');
  const auth = authFromEnvironment(authentication, {
    onSigned: () => {
      logger.debug('JWT token generated successfully');
    },
  });
  for (const { message } of auth.warnings) narrator.warning(`⚠ ${message}`);
  narrator.info(auth.used === 'jwt' ? 'Using JWT authentication' : 'Using API key authentication');
  const { location, maxAttempts, timeoutMs } = iterable;
  const client = new IterableClient({
    auth: auth.authenticator,
    ...location,
    maxAttempts,
    timeoutMs,
  });
  return { client, auth };
}
