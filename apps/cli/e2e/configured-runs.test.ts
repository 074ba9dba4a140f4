import { IterableClient } from '@org/iterable-client';
import type { Sandbox } from '@org/iterable-sandbox';
import { describe, expect, it } from 'vitest';
import { runCli } from './cli-process.js';
import { folderOf } from './folder-of.js';
import { printed } from './printed.js';
import { API_KEY, createWorld, type World } from './world.js';

interface Results {
  readonly counts: Readonly<Record<string, number>>;
  readonly gone: Readonly<Record<string, unknown>> | null;
}

/** A folder with a configuration, and what runs in it. */
function projectOf({ env, sandbox }: World, files: Readonly<Record<string, string>>) {
  const folder = folderOf(files);
  const json = async (schema: string, ...argv: readonly string[]) => {
    const cli = await runCli([...argv, '--json'], { env, folder });
    return { exitCode: cli.exitCode, value: printed(schema, cli) };
  };
  return {
    json,
    /** Runs, and tells the outcomes that there were, and how many requests changed something. */
    run: async (...argv: readonly string[]) => {
      const before = changes(sandbox);
      const { exitCode, value } = await json('results', 'run', ...argv);
      const { counts, gone } = value as unknown as Results;
      const some = Object.entries(counts).filter(([, count]) => count > 0);
      return {
        ...{ exitCode, gone, counts: Object.fromEntries(some) },
        sent: changes(sandbox) - before,
      };
    },
  };
}

/** Requests to the API so far that were no questions. */
function changes({ requestCounts }: Sandbox): number {
  return Object.entries(requestCounts)
    .filter(([operation]) => operation !== 'users/getFields')
    .flatMap(([, byStatus]) => Object.values(byStatus))
    .reduce((sum, count) => sum + count, 0);
}

/** Fields of the profiles that the sandbox holds, by whom they are of. */
function profiles({ users }: Sandbox): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    users.all().map(({ email = '', dataFields }) => [email.split('@')[0], dataFields]),
  );
}

const NONE_GONE = { rows: 0, handled: 0, failed: 0 };

describe('YAML with files of SQL, two syncs in one ledger', () => {
  it('each runs by its name, with its parameters, guards and events, and leaves the other alone', async () => {
    const world = await createWorld();
    const { database, sandbox } = world;
    await database.run(`
      create table members (id bigint primary key, email text, plan text, spent numeric(12, 2));
      insert into members values
        (1, 'ada@example.com', 'pro', 12.50), (2, 'bob@example.com', 'pro', 0.10),
        (3, 'eve@example.com', 'pro', 7), (4, 'no address', 'free', 3)`);
    const { json, run } = projectOf(world, {
      'sql/plans.sql': 'select id, email, plan from members where plan = :plan order by id',
      'sql/spending.sql': 'select id, email, spent from members order by id',
      'iterable-sync.config.yaml': `syncs:
  plans:
    sql: sql/plans.sql
    parameters: { plan: none }
    key: id
    email: email
    profile: { fields: { planType: plan } }
    event: { name: plan_seen, only: [plan] }
    guards: { maxChangedPercent: 60 }
    gone: { event: plan_left }
  spending:
    sql: sql/spending.sql
    key: id
    email: email
    profile: { only: [spent] }
`,
    });
    const plans = ['plans', '--param', 'plan=pro'];

    const first = { exitCode: 0, counts: { rows: 3, delivered: 3 }, gone: NONE_GONE, sent: 6 };
    expect(await run(...plans)).toEqual(first);
    const spent = { exitCode: 1, counts: { rows: 4, delivered: 3, failed: 1 }, gone: NONE_GONE };
    expect(await run('spending')).toEqual({ ...spent, sent: 3 });
    expect(profiles(sandbox)).toMatchObject({
      ada: { planType: 'pro', spent: 12.5 },
      bob: { planType: 'pro', spent: 0.1 },
      eve: { planType: 'pro', spent: 7 },
    });
    expect(sandbox.events.all()).toMatchObject(
      Array.from({ length: 3 }, () => ({ eventName: 'plan_seen', dataFields: { plan: 'pro' } })),
    );

    const again = { exitCode: 0, counts: { rows: 3, unchanged: 3 }, gone: NONE_GONE, sent: 0 };
    expect(await run(...plans)).toEqual(again);

    await database.run(`update members set plan = 'free' where id = 3`);
    expect(await run(...plans)).toEqual({
      exitCode: 0,
      counts: { rows: 2, unchanged: 2 },
      gone: { rows: 1, handled: 1, failed: 0 },
      sent: 1,
    });
    expect(sandbox.events.of({ email: 'eve@example.com' })).toMatchObject([
      { eventName: 'plan_seen' },
      { eventName: 'plan_left' },
    ]);

    // What left one of them is still in the other.
    const { exitCode, counts } = await run('spending');
    expect({ exitCode, counts }).toEqual({
      exitCode: 1,
      counts: { rows: 4, unchanged: 3, failed: 1 },
    });

    await database.run(`update members set email = 'new-' || email where plan = 'pro'`);
    expect(await run(...plans)).toMatchObject({
      exitCode: 1,
      counts: { rows: 2, notAttempted: 2 },
      sent: 0,
    });

    const status = (await json('status', 'status', '--limit', '6')).value;
    expect(status).toMatchObject({
      syncs: [
        { sync: 'plans', rows: 2, failures: 0 },
        { sync: 'spending', rows: 4, failures: 1 },
      ],
    });
    const runs = status['runs'] as { sync: string; state: string }[];
    expect(runs.map(({ sync, state }) => `${sync} ${state}`)).toEqual([
      'plans stopped',
      ...['spending', 'plans', 'plans', 'spending', 'plans'].map((sync) => `${sync} complete`),
    ]);
    expect((await json('failures', 'failures', 'plans')).value).toMatchObject({ records: 0 });
    expect((await json('failures', 'failures')).value).toMatchObject({
      records: 1,
      failures: [{ sync: 'spending', key: '4', parts: [{ part: 'user', code: 'IDENTIFIER' }] }],
    });
  });
});

describe('TypeScript with a typed query', () => {
  it('sends what its functions make, and unsubscribes whom the query leaves out', async () => {
    const world = await createWorld();
    const { database, sandbox } = world;
    await database.run(`
      create table readers (id uuid primary key default gen_random_uuid(), email text, score bigint);
      insert into readers (email, score) values
        ('ada@example.com', 9007199254740991), ('bob@example.com', null), ('eve@example.com', 3)`);
    const { lists } = new IterableClient({ apiKey: API_KEY, baseUrl: sandbox.url });
    const { listId } = await lists.create({ name: 'Readers' });
    const subscribers = ['ada', 'bob', 'eve'].map((name) => ({ email: `${name}@example.com` }));
    await lists.subscribe({ listId, subscribers });
    const { run } = projectOf(world, {
      'iterable-sync.config.ts': `
        import { defineConfig, fromQuery, sqlQuery } from '@org/cli';
        export default defineConfig({
          syncs: {
            readers: fromQuery<{ id: string; email: string; score: bigint | null }>({
              query: sqlQuery({ name: 'readers', text: 'select id, email, score from readers' }),
              key: 'id',
              user: ({ email, score }) => ({ email, dataFields: { score, known: score !== null } }),
              event: ({ email, score }) =>
                score === null ? null : { email, eventName: 'scored', dataFields: { score } },
              gone: { unsubscribe: ${String(listId)} },
            }),
          },
        });`,
    });

    const first = { exitCode: 0, counts: { rows: 3, delivered: 3 }, gone: NONE_GONE, sent: 5 };
    expect(await run()).toEqual(first);
    expect(profiles(sandbox)).toMatchObject({
      ada: { score: 9007199254740991, known: true },
      bob: { score: null, known: false },
      eve: { score: 3, known: true },
    });
    expect(sandbox.events.all().map(({ eventName }) => eventName)).toEqual(['scored', 'scored']);

    const again = { exitCode: 0, counts: { rows: 3, unchanged: 3 }, gone: NONE_GONE, sent: 0 };
    expect(await run()).toEqual(again);

    await database.run(`delete from readers where email = 'bob@example.com'`);
    expect(await run()).toEqual({
      exitCode: 0,
      counts: { rows: 2, unchanged: 2 },
      gone: { rows: 1, handled: 1, failed: 0 },
      sent: 1,
    });
    const left = await Array.fromAsync(lists.eachUser({ listId }));
    expect(left.sort()).toEqual(['ada@example.com', 'eve@example.com']);
    expect(profiles(sandbox)).toHaveProperty('bob');
  });
});

describe('JSON with createNewFields: false', () => {
  it('sends the fields that the project knows, tells which it does not, and only reports who left', async () => {
    const world = await createWorld();
    const { database, sandbox } = world;
    sandbox.seed({ users: [{ email: 'old@example.com', dataFields: { city: 'Oslo' } }] });
    await database.run(`
      create table people (id int primary key, email text, city text, nickname text);
      insert into people values
        (1, 'ada@example.com', 'London', 'countess'), (2, 'bob@example.com', 'Bonn', null)`);
    const { json, run } = projectOf(world, {
      'iterable-sync.config.json': JSON.stringify({
        syncs: {
          people: {
            query: 'select id, email, city, nickname from people',
            ...{ key: 'id', email: 'email', createNewFields: false },
          },
        },
      }),
    });

    const { exitCode, value } = await json('results', 'run');
    expect(exitCode).toBe(0);
    expect(value).toMatchObject({ counts: { rows: 2, delivered: 2 }, gone: NONE_GONE });
    const told = (value['notices'] as { message: string }[]).map(({ message }) => message);
    expect(told).toContainEqual(expect.stringContaining('nickname'));
    expect(sandbox.fields.user).toEqual({ city: 'string' });
    const { ada, bob } = profiles(sandbox);
    expect(ada).toMatchObject({ city: 'London' });
    expect(bob).toMatchObject({ city: 'Bonn' });
    expect(ada).not.toHaveProperty('nickname');

    const again = { exitCode: 0, counts: { rows: 2, unchanged: 2 }, gone: NONE_GONE, sent: 0 };
    expect(await run('people')).toEqual(again);

    await database.run('delete from people where id = 2');
    expect(await run('people')).toEqual({
      exitCode: 0,
      counts: { rows: 1, unchanged: 1 },
      gone: { rows: 1, handled: 0, failed: 0 },
      sent: 0,
    });
    expect(profiles(sandbox)).toHaveProperty('bob');
  });
});
