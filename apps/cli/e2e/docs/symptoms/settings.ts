import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startPostgresServer } from '../../../../../tools/vitest/postgres-server.js';
import { turnOnTls } from '../../../../../tools/vitest/turn-on-tls.js';
import { createWorld } from '../../world.js';
import { runIn, worldOf, type Symptoms } from './symptom.js';

const CERTIFICATES = join(import.meta.dirname, '../../../../../libs/db-query/test/fixtures/tls');

/** Settings that are not what they seem, and connections that do not come about. */
export const settingSymptoms: Symptoms = {
  'wrong-data-center': async () => {
    const world = await worldOf(2);
    return runIn(world, { env: { ITERABLE_API_KEY: 'a-key-of-the-other-data-center-00' } });
  },

  'database-refused': async () => {
    const world = await createWorld();
    return runIn(world, { env: { DATABASE_URL: 'postgres://app:password@127.0.0.1:1/app' } });
  },

  'tls-none': async () => {
    const world = await createWorld();
    return runIn(world, { env: { DB_SSL: 'require' } });
  },

  'tls-authority': async () => {
    const world = await createWorld();
    const server = await startPostgresServer();
    onTestFinished(() => server.stop());
    await turnOnTls(server, CERTIFICATES);
    return runIn(world, { env: { DATABASE_URL: server.url, DB_SSL: 'verify-full' } });
  },

  'dotenv-elsewhere': async () => {
    const world = await createWorld();
    return runIn(world, { env: { DATABASE_URL: undefined, ITERABLE_API_KEY: undefined } });
  },

  'dotenv-unknown': async () => {
    const world = await createWorld();
    return runIn(world, { files: { '.env': 'ITERABLE_APIKEY=0123456789abcdef\n' } });
  },

  'environment-unknown': async () => {
    const world = await createWorld();
    return runIn(world, { env: { ITERABLE_APIKEY: 'x' } });
  },
};
