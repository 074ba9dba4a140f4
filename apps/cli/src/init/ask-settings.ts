import { databaseOptionsFromEnvironment } from '@org/db-query';
import type { Settings } from '../config/load-settings.js';
import type { Asker } from './asker.js';
import { fitsEnv } from './env-text.js';

const CANNOT_BE_WRITTEN = 'It has all kinds of quotes: leave this empty, and fill in .env by hand.';

/** Asks for the database. */
export async function askDatabase(asker: Asker): Promise<Settings> {
  const url = await asker.secret(
    'The database: postgres://user:password@host:5432/name (Enter: later, in .env)',
    (answer) => (fitsEnv(answer) ? whyNoDatabase(answer) : CANNOT_BE_WRITTEN),
  );
  return url === '' ? {} : { DATABASE_URL: url };
}

function whyNoDatabase(url: string): string | undefined {
  try {
    databaseOptionsFromEnvironment({ DATABASE_URL: url });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Asks how Iterable is reached, but for what flags said. */
export async function askIterable(asker: Asker, given: Settings): Promise<Settings> {
  const located = given['ITERABLE_DATA_CENTER'] ?? given['ITERABLE_BASE_URL'];
  const location =
    located === undefined
      ? {
          ITERABLE_DATA_CENTER: await asker.choice('Where does the Iterable project live?', [
            { value: 'us', label: 'US', hint: 'api.iterable.com' },
            { value: 'eu', label: 'EU', hint: 'api.eu.iterable.com' },
          ]),
        }
      : {};
  const method =
    given['USE_JWT_AUTH'] ??
    (await asker.choice('How do requests authenticate?', [
      { value: 'false', label: 'API key' },
      { value: 'true', label: 'JWT for each user', hint: 'needs a JWT-enabled key' },
    ]));
  const key = await secret(asker, 'The API key (Enter: later, in .env)');
  const jwtSecret =
    method === 'true' ? await secret(asker, 'The JWT secret (Enter: later, in .env)') : '';
  return {
    ...location,
    ...(method === 'true' && { USE_JWT_AUTH: method }),
    ...(key !== '' && { ITERABLE_API_KEY: key }),
    ...(jwtSecret !== '' && { ITERABLE_JWT_SECRET: jwtSecret }),
  };
}

async function secret(asker: Asker, message: string): Promise<string> {
  const validate = (answer: string) => (fitsEnv(answer) ? undefined : CANNOT_BE_WRITTEN);
  return (await asker.secret(message, validate)).trim();
}
