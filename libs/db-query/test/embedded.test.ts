import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../src/embedded.js';
import { engagementSchemaSql } from '../src/engagement.js';
import { proUsersWithRecentEngagement } from '../src/index.js';
import { formatCsv } from './csv-export.js';
import { collect, failureOf, openFor, queryOf } from './support.js';

let embedded: EmbeddedDatabase;
beforeAll(async () => {
  embedded = await startEmbeddedDatabase();
  await embedded.execute(engagementSchemaSql);
  await embedded.execute(`
    insert into users select n, 'user' || n || '@example.com', null, null, case when n % 2 = 0 then 'pro' else 'free' end, null from generate_series(1, 5000) n;
    insert into page_events select n, n, '/', null, null, null, now() - interval '1 hour' from generate_series(1, 5000) n;
  `);
}, 60_000);
afterAll(() => embedded.close());

const query = proUsersWithRecentEngagement();

test('it listens on the loopback interface only', () => {
  expect(embedded.url).toMatch(/^postgresql:\/\/postgres@127\.0\.0\.1:\d+\/postgres$/);
});

test('one connection checks, streams several times and checks again', async () => {
  const database = openFor(embedded.url, { maxConnections: 1 });
  expect(await database.check()).toMatchObject({ database: 'postgres', readOnly: false });
  const snapshot = await database.snapshot();
  const rows = await collect(snapshot.stream(query));
  expect(rows).toHaveLength(2500);
  for await (const row of snapshot.stream(query, { batchSize: 10 })) {
    expect(row).toEqual(rows[0]);
    break;
  }
  expect(await collect(snapshot.stream(query))).toEqual(rows);
  await snapshot.close();
  await database.check();
});

test('a copy writes the rows that a stream gives, and the snapshot goes on', async () => {
  await using snapshot = await openFor(embedded.url, { maxConnections: 1 }).snapshot();
  for (const options of [{}, { formulaGuard: true, dates: 'iso' } as const]) {
    const copy = snapshot.copy(query, options);
    const copied = Buffer.concat(await collect(copy)).toString();
    const rows = await collect(snapshot.stream(query));
    expect(copy.rows).toBe(2500);
    const written = await formatCsv(rows, { columns: query.columns, ...options });
    expect(copied).toBe(written.text);
  }
});

test('a snapshot is read-only, and its errors are coded', async () => {
  const database = openFor(embedded.url, { maxConnections: 1 });
  for (const [sql, code] of [
    ['delete from users returning id', 'READ_ONLY'],
    ['select id from persons', 'UNDEFINED_TABLE'],
  ] as const) {
    await using snapshot = await database.snapshot();
    expect((await failureOf(collect(snapshot.stream(queryOf(sql, ['id']))))).code).toBe(code);
  }
  await database.check();
});

test('closing twice is fine, and nobody listens any more', async () => {
  const second = await startEmbeddedDatabase();
  await second.close();
  await second.close();
  expect((await failureOf(openFor(second.url).check())).code).toBe('CONNECTION_REFUSED');
}, 60_000);
