import { inspect } from 'node:util';
import { afterAll, expect, inject, test } from 'vitest';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { openDatabase } from '../src/index.js';
import { failureOf, openFor, useTestDatabase } from './support.js';

const PASSWORD = 's3cret-pass';
const role = `role_${randomBytes(6).toString('hex')}`;
const fixture = useTestDatabase(
  `create role ${role} login password '${PASSWORD}'; create role ${role}_one login password '${PASSWORD}' connection limit 1`,
);

/** Too long for a name server to be asked. */
const NO_HOST = `${'x'.repeat(64)}.invalid`;

afterAll(() => fixture.run(`drop role ${role}, ${role}_one`));

function urlWith(
  change: Partial<Pick<URL, 'username' | 'password' | 'pathname' | 'port' | 'hostname'>>,
) {
  return Object.assign(new URL(fixture.url), change).href;
}

test('check says who and where it is, and how far away', async () => {
  const database = fixture.open();
  const url = new URL(fixture.url);
  const [row] = await fixture.run<{ version: string }>('show server_version');
  const check = await database.check();
  expect(check).toEqual({
    serverVersion: expect.stringMatching(/^\d+(\.\d+)+$/),
    database: url.pathname.slice(1),
    user: url.username,
    readOnly: false,
    latencyMs: expect.any(Number),
  });
  expect(Object.values(row ?? {})[0]).toContain(check.serverVersion);
  expect(check.latencyMs).toBeGreaterThan(0);
});

test('check tells where writing is refused', async () => {
  await fixture.run(`alter role ${role} set default_transaction_read_only = on`);
  const database = openFor(urlWith({ username: role, password: PASSWORD }));
  expect(await database.check()).toMatchObject({ user: role, readOnly: true });
});

test('nothing is connected before something is asked for', async () => {
  const database = fixture.open({ applicationName: 'lazy' });
  expect(await fixture.sessions('lazy')).toEqual([]);
  await database.check();
  expect(await fixture.sessions('lazy')).toHaveLength(1);
});

test('the application is called iterable-sync unless it is called otherwise', async () => {
  await fixture.open().check();
  expect(await fixture.sessions('iterable-sync')).toHaveLength(1);
});

test('close is final, and fine twice', async () => {
  const database = fixture.open({ applicationName: 'closing' });
  await database.check();
  await database.close();
  await database.close();
  expect(await fixture.sessions('closing')).toEqual([]);
  expect(await failureOf(database.check())).toMatchObject({ code: 'CLOSED' });
  expect(await failureOf(database.snapshot())).toMatchObject({ code: 'CLOSED' });
});

test('an idle connection that the server ends is replaced, and the process lives', async () => {
  const database = fixture.open({ applicationName: 'idle' });
  await database.check();
  const [session] = await fixture.sessions('idle');
  await fixture.run('select pg_terminate_backend($1)', [session?.pid]);
  await expect.poll(() => fixture.sessions('idle')).toEqual([]);
  await database.check();
  expect(await fixture.sessions('idle')).not.toContainEqual(session);
});

test('unknown options and a signal that is none are refused before anything is sent', async () => {
  const database = fixture.open();
  await expect(database.check({ sginal: undefined } as never)).rejects.toThrow(
    'check: unknown option "sginal". Did you mean "signal"?',
  );
  await expect(database.snapshot({ signal: 5 } as never)).rejects.toThrow(TypeError);
});

test('a signal that is aborted already stops a check before it connects', async () => {
  const database = fixture.open({ applicationName: 'aborted' });
  const reason = new Error('enough');
  const error = await failureOf(database.check({ signal: AbortSignal.abort(reason) }));
  expect(error).toMatchObject({ code: 'CANCELLED', cause: reason });
  expect(await fixture.sessions('aborted')).toEqual([]);
});

test('a signal ends the wait for a server that never answers', async () => {
  await using server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const database = openDatabase({ url: `postgresql://a@127.0.0.1:${port}/b` });
  const controller = new AbortController();
  server.once('connection', (socket) => {
    controller.abort();
    socket.once('error', () => undefined);
    setImmediate(() => socket.destroy());
  });
  const error = await failureOf(database.check({ signal: controller.signal }));
  expect(error.code).toBe('CANCELLED');
  await database.close();
});

test('a server that never answers is given up after connectTimeoutMs', async () => {
  await using server = createServer((socket) => socket.on('error', () => undefined).resume());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const database = openFor(`postgresql://a@127.0.0.1:${port}/b`, { connectTimeoutMs: 50 });
  const error = await failureOf(database.check());
  expect(error.code).toBe('CONNECTION_TIMEOUT');
  expect(error.message).toContain(`127.0.0.1:${port}`);
});

test('a pool that is used up says so', async () => {
  const database = fixture.open({ maxConnections: 1, connectTimeoutMs: 1000 });
  await using snapshot = await database.snapshot();
  expect(snapshot).toBeDefined();
  expect(await failureOf(database.check())).toMatchObject({
    code: 'POOL_EXHAUSTED',
    message: expect.stringContaining('maxConnections'),
  });
});

test.each<[string, () => string, object]>([
  [
    'a wrong password',
    () => urlWith({ username: role, password: 'wr0ng-pass' }),
    { code: 'AUTHENTICATION_FAILED', sqlState: '28P01' },
  ],
  [
    'no password where one is asked for',
    () => urlWith({ username: role, password: '' }),
    { code: 'AUTHENTICATION_FAILED' },
  ],
  [
    'an unknown role',
    () => urlWith({ username: 'nobody_of_this_name', password: PASSWORD }),
    { code: 'AUTHENTICATION_FAILED', sqlState: '28P01' },
  ],
  [
    'an unknown database',
    () => urlWith({ pathname: '/no_such_database' }),
    { code: 'DATABASE_NOT_FOUND', sqlState: '3D000' },
  ],
  ['a closed port', () => urlWith({ port: '1' }), { code: 'CONNECTION_REFUSED' }],
  ['an unknown host', () => urlWith({ hostname: NO_HOST }), { code: 'HOST_NOT_FOUND' }],
  ['TLS where there is none', () => `${fixture.url}?sslmode=require`, { code: 'TLS' }],
])('%s is told with place, user and remedy, and without the password', async (_, url, expected) => {
  const target = new URL(url());
  const error = await failureOf(openFor(url()).check());
  expect(error).toMatchObject({
    name: 'DatabaseError',
    ...expected,
    server: { host: target.hostname, port: Number(target.port) },
  });
  expect(error.message).toContain(
    `Cannot connect to database "${target.pathname.slice(1)}" on ${target.host} as user "${target.username}": `,
  );
  expect(error.message).toMatch(/\. [A-Z].+\.$/);
  expect(error.cause).toBeInstanceOf(Error);
  const printed = inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error);
  expect(printed).not.toMatch(/s3cret-pass|wr0ng-pass/);
  expect(printed).not.toContain(new URL(inject('databaseUrl')).password);
});

test('a login that fails here leaves no connection open', async () => {
  const { hostname, port } = new URL(fixture.url);
  const open = new Set<Socket>();
  await using door = createServer((near) => {
    const far = connect(Number(port), hostname);
    near.pipe(far).pipe(near);
    open.add(near.on('close', () => open.delete(near)));
    for (const socket of [near, far]) socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  const came = once(door, 'connection');
  await once(door, 'listening');
  const to = { port: String((door.address() as AddressInfo).port), hostname: '127.0.0.1' };
  const database = openFor(urlWith({ ...to, username: role, password: '' }));
  expect((await failureOf(database.check())).code).toBe('AUTHENTICATION_FAILED');
  await came;
  await expect.poll(() => open.size).toBe(0);
});

test('too many connections of a role are told', async () => {
  const url = urlWith({ username: `${role}_one`, password: PASSWORD });
  await using held = await openFor(url).snapshot();
  expect(held).toBeDefined();
  expect(await failureOf(openFor(url).check())).toMatchObject({
    code: 'TOO_MANY_CONNECTIONS',
    sqlState: '53300',
  });
});

test('a database prints without its password', () => {
  const database = fixture.open();
  const printed = inspect(database, { depth: 10, showHidden: true }) + JSON.stringify(database);
  expect(printed).not.toContain(new URL(fixture.url).password);
});
