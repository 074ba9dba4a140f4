import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { collect, failureOf, openFor, queryOf, useTestDatabase } from './support.js';

const fixture = useTestDatabase('create table item (id int)');
const sleeping = queryOf('select pg_sleep(60)::text as slept', ['slept']);
/** Quick at first, then asleep within the second batch of ten. */
const stalling = queryOf<{ n: number }>(
  'select n from generate_series(1, 30) n where n < 15 or pg_sleep(60) is not null',
  ['n'],
);

/** Waits until the application's query runs on the server. */
async function running(applicationName: string): Promise<void> {
  await expect
    .poll(async () =>
      (await fixture.sessions(applicationName)).filter(
        ({ state, query }) => state === 'active' && query.includes('pg_sleep'),
      ),
    )
    .toHaveLength(1);
}

/** The application is gone from the server, where its query would have run on for a minute. */
async function gone(applicationName: string): Promise<void> {
  await expect.poll(() => fixture.sessions(applicationName)).toEqual([]);
}

/** The protocol's message that has a query run. */
const EXECUTE = 'E'.charCodeAt(0);

/** A way to the server on which the first query is overtaken by its cancellation. */
async function overtakingProxy() {
  const real = new URL(fixture.url);
  const sent = Promise.withResolvers<void>();
  const cancelled = Promise.withResolvers<void>();
  let connections = 0;
  const server = createServer((near) => {
    const far = connect(Number(real.port), real.hostname);
    const isCancellation = ++connections > 1;
    let before = Promise.resolve();
    near.on('data', (chunk) => {
      const isQuery = !isCancellation && chunk[0] === EXECUTE;
      if (isQuery) sent.resolve();
      before = before
        .then(() => (isQuery ? cancelled.promise : undefined))
        .then(() => void far.write(chunk));
    });
    far.pipe(near);
    near.on('close', () => far.destroy());
    if (isCancellation) far.on('close', cancelled.resolve);
    for (const socket of [near, far]) socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return {
    url: Object.assign(new URL(real), { port: String(port) }).href,
    /** Resolves when the query is on its way. */
    sent: sent.promise,
  };
}

describe('a signal', () => {
  test('of the stream ends the query on the server', async () => {
    await using snapshot = await fixture.open({ applicationName: 'stream' }).snapshot();
    const controller = new AbortController();
    const reading = failureOf(collect(snapshot.stream(sleeping, { signal: controller.signal })));
    await running('stream');
    const reason = new Error('Ctrl-C');
    controller.abort(reason);
    const error = await reading;
    expect(error).toMatchObject({ code: 'CANCELLED', cause: reason });
    expect(error.message).toContain("was cancelled by the caller's signal");
    await gone('stream');
  });

  test('of the snapshot does so too', async () => {
    const controller = new AbortController();
    const database = fixture.open({ applicationName: 'snapshot' });
    await using snapshot = await database.snapshot({ signal: controller.signal });
    const reading = failureOf(collect(snapshot.stream(sleeping)));
    await running('snapshot');
    controller.abort();
    expect((await reading).code).toBe('CANCELLED');
    await gone('snapshot');
  });

  test('between two streams ends the snapshot and gives the connection back', async () => {
    const controller = new AbortController();
    const database = fixture.open({ applicationName: 'between', maxConnections: 1 });
    const snapshot = await database.snapshot({ signal: controller.signal });
    await collect(snapshot.stream(queryOf('select 1 as n', ['n'])));
    controller.abort();
    await gone('between');
    expect(await failureOf(collect(snapshot.stream(sleeping)))).toMatchObject({
      code: 'CANCELLED',
    });
    await database.check();
  });

  test('while a batch is used stops at the next row, though more rows are here', async () => {
    await using snapshot = await fixture.open({ applicationName: 'used' }).snapshot();
    const controller = new AbortController();
    const seen: number[] = [];
    const loop = async () => {
      const stream = snapshot.stream(stalling, { batchSize: 10, signal: controller.signal });
      for await (const { n } of stream) {
        seen.push(n);
        if (n === 4) controller.abort();
      }
    };
    expect((await failureOf(loop())).code).toBe('CANCELLED');
    expect(seen).toEqual([1, 2, 3, 4]);
    await gone('used');
  });

  test('that arrives at the server before the query does ends it all the same', async () => {
    const { url, sent } = await overtakingProxy();
    const controller = new AbortController();
    await using snapshot = await openFor(url, { applicationName: 'early' }).snapshot();
    const reading = failureOf(collect(snapshot.stream(sleeping, { signal: controller.signal })));
    await sent;
    controller.abort();
    expect((await reading).code).toBe('CANCELLED');
    await gone('early');
  });

  test('that is aborted already reads nothing', async () => {
    await using snapshot = await fixture.open().snapshot();
    const signal = AbortSignal.abort();
    expect(await failureOf(collect(snapshot.stream(sleeping, { signal })))).toMatchObject({
      code: 'CANCELLED',
    });
  });

  test('that comes after the end changes nothing', async () => {
    const controller = new AbortController();
    await using snapshot = await fixture.open().snapshot();
    const query = queryOf('select 1 as n', ['n']);
    await collect(snapshot.stream(query, { signal: controller.signal }));
    controller.abort();
    expect(await collect(snapshot.stream(query))).toEqual([{ n: 1 }]);
  });

  test('during check ends it and gives the connection back', async () => {
    const database = fixture.open({ maxConnections: 1 });
    const controller = new AbortController();
    const checking = database.check({ signal: controller.signal });
    controller.abort();
    expect((await failureOf(checking)).code).toBe('CANCELLED');
    await database.check();
  });
});

test('closing a snapshot whose loop was left ends the batch under way on the server', async () => {
  const snapshot = await fixture.open({ applicationName: 'left' }).snapshot();
  for await (const { n } of snapshot.stream(stalling, { batchSize: 10 })) if (n === 4) break;
  await running('left');
  await snapshot.close();
  await gone('left');
});

test('leaving a loop does not wait for the batch under way', async () => {
  await using snapshot = await fixture.open({ applicationName: 'quick' }).snapshot();
  const seen: number[] = [];
  for await (const { n } of snapshot.stream(stalling, { batchSize: 10 })) {
    seen.push(n);
    if (n === 4) break;
  }
  expect(seen).toEqual([1, 2, 3, 4]);
  await running('quick');
});

test("an administrator's cancellation is told as such", async () => {
  await using snapshot = await fixture.open({ applicationName: 'admin' }).snapshot();
  const reading = failureOf(collect(snapshot.stream(sleeping)));
  await running('admin');
  const [session] = await fixture.sessions('admin');
  await fixture.run('select pg_cancel_backend($1)', [session?.pid]);
  expect(await reading).toMatchObject({ code: 'CANCELLED', sqlState: '57014' });
});

test('a statement that takes too long is ended by the server', async () => {
  const database = fixture.open({ statementTimeoutMs: 300 });
  await using snapshot = await database.snapshot();
  expect(await failureOf(collect(snapshot.stream(sleeping)))).toMatchObject({
    code: 'STATEMENT_TIMEOUT',
    sqlState: '57014',
    message: expect.stringContaining('raise the limit: statementTimeoutMs'),
  });
});

describe('a connection that the server ends', () => {
  test('while a batch is under way: the error arrives, the process lives', async () => {
    const database = fixture.open({ applicationName: 'killed' });
    await using snapshot = await database.snapshot();
    const reading = failureOf(collect(snapshot.stream(sleeping)));
    await running('killed');
    const [session] = await fixture.sessions('killed');
    await fixture.run('select pg_terminate_backend($1)', [session?.pid]);
    const error = await reading;
    expect(error).toMatchObject({ code: 'CONNECTION_LOST', sqlState: '57P01' });
    expect(error.message).toContain('terminating connection due to administrator command');
    await database.check();
  });

  test('while the consumer is busy: the loop fails at its next row', async () => {
    const database = fixture.open({ applicationName: 'busy' });
    await using snapshot = await database.snapshot();
    const query = queryOf<{ n: number }>('select n from generate_series(1, 15) n', ['n']);
    const seen: number[] = [];
    const loop = async () => {
      for await (const { n } of snapshot.stream(query, { batchSize: 10 })) {
        seen.push(n);
        if (n !== 2) continue;
        const [session] = await fixture.sessions('busy');
        await fixture.run('select pg_terminate_backend($1)', [session?.pid]);
        await gone('busy');
      }
    };
    expect((await failureOf(loop())).code).toBe('CONNECTION_LOST');
    expect(seen.length).toBeLessThan(15);
    await database.check();
  });

  test('between two streams: the next one says what became of the snapshot', async () => {
    const database = fixture.open({ applicationName: 'idle-killed' });
    await using snapshot = await database.snapshot();
    const query = queryOf('select 1 as n', ['n']);
    await collect(snapshot.stream(query));
    const [session] = await fixture.sessions('idle-killed');
    await fixture.run('select pg_terminate_backend($1)', [session?.pid]);
    await gone('idle-killed');
    expect((await failureOf(collect(snapshot.stream(query)))).code).toBe('CONNECTION_LOST');
    await database.check();
  });
});
