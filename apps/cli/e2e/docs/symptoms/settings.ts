import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { startPostgresServer } from '../../../../../tools/vitest/postgres-server.js';
import { turnOnTls } from '../../../../../tools/vitest/turn-on-tls.js';
import { NOWHERE, runIn, worldOf, type Symptoms } from './symptom.js';

const CERTIFICATES = join(import.meta.dirname, '../../../../../libs/db-query/test/fixtures/tls');

/** Settings that are not what they seem, and connections that do not come about. */
export const settingSymptoms: Symptoms = {
  'wrong-data-center': async () => {
    const world = await worldOf(2);
    return runIn(world, { env: { ITERABLE_API_KEY: 'a-key-of-the-other-data-center-00' } });
  },

  'database-refused': () => runIn(NOWHERE),

  'tls-none': () =>
    runIn(NOWHERE, { env: { DATABASE_URL: inject('databaseUrl'), DB_SSL: 'require' } }),

  'tls-authority': async () => {
    const server = await startPostgresServer();
    onTestFinished(() => server.stop());
    await turnOnTls(server, CERTIFICATES);
    return runIn(NOWHERE, { env: { DATABASE_URL: server.url, DB_SSL: 'verify-full' } });
  },

  'dotenv-elsewhere': () =>
    runIn(NOWHERE, { env: { DATABASE_URL: undefined, ITERABLE_API_KEY: undefined } }),

  'dotenv-unknown': () =>
    runIn(NOWHERE, { files: { '.env': 'ITERABLE_APIKEY=0123456789abcdef\n' } }),

  'environment-unknown': () => runIn(NOWHERE, { env: { ITERABLE_APIKEY: 'x' } }),
};
