import { beforeEach, describe, expect, test } from 'vitest';
import { engagementSchemaSql } from '../src/engagement.js';
import { type ProUserEngagement, proUsersWithRecentEngagement, Timestamp } from '../src/index.js';
import { read, useTestDatabase } from './support.js';

const fixture = useTestDatabase(engagementSchemaSql);

beforeEach(() => fixture.run('truncate users, page_events'));

async function addUser(id: number, plan = 'pro'): Promise<void> {
  await fixture.run('insert into users values ($1, $2, $3, null, $4, null)', [
    id,
    `user${id}@example.com`,
    `First ${id}`,
    plan,
  ]);
}

/** An event so long ago, counted from the transaction that reads it. */
async function addEvent(
  id: number,
  user: number,
  ago: string,
  page = `/page-${id}`,
): Promise<void> {
  await fixture.run(
    "insert into page_events values ($1, $2, $3, 'mobile', 'Firefox', null, now() - $4::interval)",
    [id, user, page, ago],
  );
}

const engaged = (...options: Parameters<typeof proUsersWithRecentEngagement>) =>
  read<ProUserEngagement>(fixture.open(), proUsersWithRecentEngagement(...options));

test('the columns are those of the CSV, in its order', async () => {
  const query = proUsersWithRecentEngagement();
  const columns =
    'id,email,first_name,last_name,plan_type,candidate,page,device,browser,location,event_time';
  expect(query.columns.join()).toBe(columns);
  await addUser(1);
  await addEvent(1, 1, '1 hour');
  const [row] = await engaged();
  expect(Object.keys(row ?? {}).join()).toBe(columns);
});

test('a row is a user with the facts of the newest event', async () => {
  await fixture.run(
    "insert into users values (9007199254740993, 'ann@example.com', 'Ann', 'Lee', 'pro', 'enterprise')",
  );
  await fixture.run(
    "insert into page_events values (1, 9007199254740993, '/pricing', 'mobile', 'Firefox', 'Berlin', date_trunc('day', now()) - interval '1 day' + interval '1.123456 s')",
  );
  const [row, ...others] = await engaged();
  expect(others).toEqual([]);
  expect(row).toEqual({
    id: 9007199254740993n,
    email: 'ann@example.com',
    first_name: 'Ann',
    last_name: 'Lee',
    plan_type: 'pro',
    candidate: 'enterprise',
    page: '/pricing',
    device: 'mobile',
    browser: 'Firefox',
    location: 'Berlin',
    event_time: expect.any(Timestamp),
  });
  expect(row?.event_time.toISOString()).toMatch(/T00:00:01\.123456Z$/);
});

describe('who is in it', () => {
  test('users of the plan, in the order of their ids', async () => {
    for (const [id, plan] of [
      [10, 'pro'],
      [9, 'pro'],
      [3, 'free'],
      [2, 'Pro'],
    ] as const) {
      await addUser(id, plan);
      await addEvent(id, id, '1 hour');
    }
    expect((await engaged()).map(({ id }) => id)).toEqual([9n, 10n]);
    expect((await engaged({ plan: 'free' })).map(({ id }) => id)).toEqual([3n]);
    expect(await engaged({ plan: 'none' })).toEqual([]);
  });

  test('each once, with the newest of many events', async () => {
    await addUser(1);
    await addEvent(1, 1, '3 days');
    await addEvent(2, 1, '1 hour');
    await addEvent(3, 1, '2 days');
    expect((await engaged()).map(({ page }) => page)).toEqual(['/page-2']);
  });

  test('of events at the same moment, that with the greatest id, with or without an index', async () => {
    await fixture.run('drop index page_events_newest_of_user');
    await addUser(1);
    await fixture.run(
      "insert into page_events select id, 1, '/page-' || id, null, null, null, now() - interval '1 hour' from unnest(array[7, 50, 49, 8]) id",
    );
    expect((await engaged()).map(({ page }) => page)).toEqual(['/page-50']);
  });

  test('not those without an event in the period, nor those whose event is yet to come', async () => {
    for (const id of [1, 2, 3, 4]) await addUser(id);
    await addEvent(2, 2, '7 days 1 minute');
    await addEvent(3, 3, '-1 hour');
    await fixture.run("insert into page_events values (4, 4, '/', null, null, null, 'infinity')");
    expect(await engaged()).toEqual([]);
    expect((await engaged({ days: 8 })).map(({ id }) => id)).toEqual([2n]);
  });

  test('an event yet to come does not hide one that was', async () => {
    await addUser(1);
    await addEvent(1, 1, '1 hour');
    await addEvent(2, 1, '-1 hour');
    expect((await engaged()).map(({ page }) => page)).toEqual(['/page-1']);
  });

  test('days are of 24 hours', async () => {
    await addUser(1);
    await addEvent(1, 1, '23 hours 59 minutes');
    await addUser(2);
    await addEvent(2, 2, '24 hours 1 minute');
    expect((await engaged({ days: 1 })).map(({ id }) => id)).toEqual([1n]);
  });
});

test('a limit takes the first users, by id', async () => {
  for (const id of [3, 1, 2]) {
    await addUser(id);
    await addEvent(id, id, '1 hour');
  }
  const ids = async (limit?: number) =>
    (await engaged(limit === undefined ? {} : { limit })).map(({ id }) => Number(id));
  expect(await ids(2)).toEqual([1, 2]);
  expect(await ids(3)).toEqual([1, 2, 3]);
  expect(await ids(Number.MAX_SAFE_INTEGER)).toEqual([1, 2, 3]);
  expect(await ids()).toEqual([1, 2, 3]);
  expect(proUsersWithRecentEngagement({ limit: 12_345 }).sql).not.toContain('12345');
});

test.each([`pro' or '1'='1`, `pro'; drop table users; --`, 'pro\\', '$9', '%'])(
  'the plan %s is a value, and nobody is on it',
  async (plan) => {
    await addUser(1);
    await addEvent(1, 1, '1 hour');
    expect(proUsersWithRecentEngagement({ plan }).sql).not.toContain(plan);
    expect(await engaged({ plan })).toEqual([]);
    expect(await engaged()).toHaveLength(1);
  },
);

test.each<[unknown, string]>([
  [{ plan: '' }, 'plan must not be empty'],
  [{ plan: null }, 'plan must be a string, not null'],
  [{ plan: 'pro\0' }, 'plan contains a NUL'],
  [{ days: 0 }, 'days must be a whole number from 1 to 36500, not 0'],
  [{ days: 1.5 }, 'not 1.5'],
  [{ days: -7 }, 'not -7'],
  [{ days: Number.NaN }, 'not NaN'],
  [{ days: Infinity }, 'not Infinity'],
  [{ days: '7' }, 'not string'],
  [{ days: 40_000 }, 'not 40000'],
  [{ limit: 0 }, 'limit must be a whole number from 1 to'],
  [{ limit: '5' }, 'not string'],
  [{ day: 7 }, 'unknown option "day". Did you mean "days"?'],
  [7, 'the options must be an object'],
])('%o is refused', (options, message) => {
  const misuse = () => proUsersWithRecentEngagement(options as never);
  expect(misuse).toThrow(TypeError);
  expect(misuse).toThrow(message);
});

test('the row type holds where the columns have other types', async () => {
  await fixture.run(`
    create schema other;
    create table other.users (id int primary key, email varchar(80), first_name char(3), last_name text, plan_type varchar(10), candidate text);
    create table other.page_events (id int, user_id int, page text, device text, browser text, location text, event_time timestamp);
    insert into other.users values (1, 'ann@example.com', 'Ann', null, 'pro', null);
    insert into other.page_events values (1, 1, '/', null, null, null, now() at time zone 'utc' - interval '1 hour');
  `);
  await fixture.run(
    `do $$ begin execute format('alter database %I set search_path = other, public', current_database()); end $$`,
  );
  const [row] = await engaged();
  expect(row).toMatchObject({ id: 1n, email: 'ann@example.com', first_name: 'Ann' });
  expect(row?.event_time).toBeInstanceOf(Timestamp);
  expect(Math.abs(Date.now() - 3_600_000 - Number(row?.event_time))).toBeLessThan(600_000);
  await fixture.run(
    `do $$ begin execute format('alter database %I reset search_path', current_database()); end $$`,
  );
});

describe('on tables of some size', () => {
  interface Plan {
    'Node Type': string;
    'Index Name'?: string;
    Plans?: Plan[];
  }
  const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

  test.each([
    ['the index of the schema', '(user_id, event_time desc, id desc)', ['Limit', 'Index Scan']],
    [
      'an index without the id, which sorts ties only',
      '(user_id, event_time desc)',
      ['Limit', 'Incremental Sort', 'Index Scan'],
    ],
  ])(
    '%s leads to the newest event of each user, without sorting',
    { timeout: 30_000 },
    async (_, columns, path) => {
      await fixture.run(`
      drop index if exists page_events_newest_of_user;
      create index page_events_newest_of_user on page_events ${columns};
      insert into users select n, 'user' || n || '@example.com', null, null, case when n % 10 = 0 then 'pro' else 'free' end, null from generate_series(1, 5000) n;
      insert into page_events select n, 1 + n % 5000, '/', null, null, null, now() - n * interval '20 seconds' from generate_series(1, 50000) n;
    `);
      await fixture.run('vacuum analyze users, page_events');
      const { sql, parameters } = proUsersWithRecentEngagement();
      const [row] = await fixture.run<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `explain (format json) ${sql}`,
        parameters,
      );
      const plan = row?.['QUERY PLAN'][0].Plan;
      // The join is at the top: rows flow as soon as the first user is found.
      expect(plan?.['Node Type']).toBe('Nested Loop');
      const events = nodesOf(plan?.Plans?.[1] as Plan);
      expect(events.map((node) => node['Node Type'])).toEqual(path);
      expect(events.at(-1)?.['Index Name']).toBe('page_events_newest_of_user');
    },
  );
});
