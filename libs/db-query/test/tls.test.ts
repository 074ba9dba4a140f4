import { readFile, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type PostgresServer, startPostgresServer } from '../../../tools/vitest/postgres-server.js';
import { turnOnTls } from '../../../tools/vitest/turn-on-tls.js';
import { type Database, openDatabase, type TlsOptions } from '../src/index.js';
import { collect, failureOf, queryOf } from './support.js';

const fixtures = join(import.meta.dirname, 'fixtures', 'tls');
/** The certificate is for localhost, and so not for 127.0.0.1. */
const NAMED = 'localhost';
const UNNAMED = '127.0.0.1';

/** The request code of the protocol that asks for TLS, before anything else is said. */
const SSL_REQUEST = 80_877_103;

let server: PostgresServer;
let ca: string;
let otherCa: string;

beforeAll(async () => {
  server = await startPostgresServer();
  ca = await readFile(join(fixtures, 'ca.pem'), 'utf8');
  otherCa = await readFile(join(fixtures, 'other-ca.pem'), 'utf8');
  await requireTls(server);
});
afterAll(() => server.stop());

/** In clear for the administrator only. */
async function requireTls(server: PostgresServer): Promise<void> {
  await writeFile(
    join(server.dataDirectory, 'pg_hba.conf'),
    'host all postgres all scram-sha-256\nhostssl all all all scram-sha-256\n',
  );
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query("create role reader login password 'pw'");
  await client.end();
  await turnOnTls(server, fixtures);
}

function open(host: string, tls: TlsOptions, port = serverPort()): Database {
  const database = openDatabase({
    host,
    port,
    database: 'postgres',
    user: 'reader',
    password: 'pw',
    tls,
  });
  onTestFinished(() => database.close());
  return database;
}

function serverPort(): number {
  return Number(new URL(server.url).port);
}

/** A way to the server that notes with which request code each connection begins. */
async function listeningProxy(): Promise<{ port: number; codes: number[] }> {
  const codes: number[] = [];
  const proxy = createServer((near) => {
    const far = connect(serverPort(), '127.0.0.1');
    near.once('data', (chunk) => codes.push(chunk.readInt32BE(4)));
    near.pipe(far).pipe(near);
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  onTestFinished(() => void proxy.close());
  return { port: (proxy.address() as AddressInfo).port, codes };
}

async function isEncrypted(database: Database): Promise<unknown> {
  await using snapshot = await database.snapshot();
  const query = queryOf('select ssl from pg_stat_ssl where pid = pg_backend_pid()', ['ssl']);
  const [row] = await collect(snapshot.stream(query));
  return row?.['ssl'];
}

describe('a connection is encrypted', () => {
  test.each<[string, string, () => TlsOptions]>([
    ['require, whoever signed', NAMED, () => ({ mode: 'require' })],
    ['require, whatever the host', UNNAMED, () => ({ mode: 'require' })],
    ['require with the CA, as verify-ca', UNNAMED, () => ({ mode: 'require', ca })],
    ['verify-ca, whatever the host', UNNAMED, () => ({ mode: 'verify-ca', ca })],
    ['verify-full', NAMED, () => ({ mode: 'verify-full', ca })],
    ['several authorities in a file', NAMED, () => ({ mode: 'verify-full', ca: otherCa + ca })],
  ])('%s', async (_, host, tls) => expect(await isEncrypted(open(host, tls()))).toBe(true));
});

describe('a connection is refused', () => {
  test.each<[string, string, () => TlsOptions, string]>([
    ['verify-full for another host', UNNAMED, () => ({ mode: 'verify-full', ca }), 'TLS'],
    ['verify-full by an unknown authority', NAMED, () => ({ mode: 'verify-full' }), 'TLS'],
    ['verify-full by another one', NAMED, () => ({ mode: 'verify-full', ca: otherCa }), 'TLS'],
    ['verify-ca by another authority', NAMED, () => ({ mode: 'verify-ca', ca: otherCa }), 'TLS'],
    ['require by another authority', NAMED, () => ({ mode: 'require', ca: otherCa }), 'TLS'],
    ['disable', NAMED, () => ({ mode: 'disable' }), 'AUTHENTICATION_FAILED'],
  ])('%s', async (_, host, tls, code) => {
    const error = await failureOf(open(host, tls()).check());
    expect(error).toMatchObject({ code, server: { host } });
    expect(error.message).toMatch(/TLS/);
  });
});

test('a query is cancelled over TLS too: the key to it does not go in clear', async () => {
  const { port, codes } = await listeningProxy();
  const database = open(NAMED, { mode: 'verify-full', ca }, port);
  await using snapshot = await database.snapshot();
  const controller = new AbortController();
  const query = queryOf('select pg_sleep(60)::text as slept', ['slept']);
  const reading = failureOf(collect(snapshot.stream(query, { signal: controller.signal })));
  const sleeping = queryOf(
    "select count(*)::int as n from pg_stat_activity where usename = 'reader' and query like 'select pg_sleep%' and state = 'active'",
    ['n'],
  );
  const observer = open(NAMED, { mode: 'require' });
  const count = async () => {
    await using look = await observer.snapshot();
    return await collect(look.stream(sleeping));
  };
  await expect.poll(count).toEqual([{ n: 1 }]);
  controller.abort();
  expect((await reading).code).toBe('CANCELLED');
  await expect.poll(count).toEqual([{ n: 0 }]);
  expect(codes).toEqual([SSL_REQUEST, SSL_REQUEST]);
});
