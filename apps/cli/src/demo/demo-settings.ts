import type { Settings } from '../config/load-settings.js';

/** Credentials of the local Iterable. They open nothing else. */
const API_KEY = 'demo-api-key-0123456789abcdef012';
const JWT_SECRET = 'demo-jwt-secret-that-opens-nothing-but-the-demo';

/** The one key that the local Iterable knows. */
export function demoKeys(jwt: boolean): readonly { key: string; jwtSecret?: string }[] {
  return [jwt ? { key: API_KEY, jwtSecret: JWT_SECRET } : { key: API_KEY }];
}

/** The settings of the demo's run, as a user would give them. */
export function demoSettings(databaseUrl: string, baseUrl: string, jwt: boolean): Settings {
  return {
    DATABASE_URL: databaseUrl,
    ITERABLE_BASE_URL: baseUrl,
    ITERABLE_API_KEY: API_KEY,
    USE_JWT_AUTH: String(jwt),
    // Nothing was delivered before, and nothing of it is left afterwards.
    LEDGER_URL: 'sqlite::memory:',
    ...(jwt && { ITERABLE_JWT_SECRET: JWT_SECRET }),
  };
}
