import { openDatabase } from '@org/db-query';
import { chmodSync, chownSync, copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sessionFacts } from '../../src/doctor/session-facts.js';
import {
  startPostgresServer,
  type PostgresServer,
} from '../../../../tools/vitest/postgres-server.js';

const CERTIFICATE = join(import.meta.dirname, '../../../../libs/db-query/test/fixtures/tls');
const signal = new AbortController().signal;

let server: PostgresServer;
let admin: pg.Client;

beforeAll(async () => {
  server = await startPostgresServer();
  admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await server.stop();
});

it('tells of a connection in clear, and of the limit of its role', async () => {
  await admin.query("create role hasty superuser login password 'pw'");
  await admin.query("alter role hasty set statement_timeout = '90s'");
  const url = Object.assign(new URL(server.url), { username: 'hasty', password: 'pw' }).href;
  await using database = openDatabase({ url });
  expect(await sessionFacts(database, signal)).toEqual({ statementTimeoutMs: 90_000 });
});

it('tells of one that is encrypted', async () => {
  const { uid, gid } = statSync(server.dataDirectory);
  for (const name of ['server.pem', 'server.key']) {
    const path = join(server.dataDirectory, name);
    copyFileSync(join(CERTIFICATE, name), path);
    if (process.getuid?.() === 0) chownSync(path, uid, gid);
    chmodSync(path, 0o600);
  }
  await admin.query("alter system set ssl_cert_file = 'server.pem'");
  await admin.query("alter system set ssl_key_file = 'server.key'");
  await admin.query('alter system set ssl = on');
  await admin.query('select pg_reload_conf()');
  await vi.waitFor(async () => {
    expect((await admin.query('show ssl')).rows).toEqual([{ ssl: 'on' }]);
  });
  await using database = openDatabase({ url: `${server.url}?sslmode=require` });
  expect(await sessionFacts(database, signal)).toEqual({ tls: 'TLSv1.3', statementTimeoutMs: 0 });
});
