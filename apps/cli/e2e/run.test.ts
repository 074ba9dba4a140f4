import { parse } from 'csv-parse/sync';
import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesIn, runCli, theFile } from './cli-process.js';
import { addUsers, API_KEY, createWorld, JWT_SECRET, type World } from './world.js';

const HEADER =
  'id,email,first_name,last_name,plan_type,candidate,page,device,browser,location,event_time';
const CSV = /^query_results_\d{8}_\d{6}\.csv$/;
const RESULTS = /^integration_results_\d{8}_\d{6}\.json$/;

/** Users of every kind: three whom the query finds, and those whom it must not find. */
async function addEveryKind({ database }: World): Promise<void> {
  await database.run(`
    insert into users (id, email, first_name, last_name, plan_type, candidate) values
      (1, 'ada@example.com', 'Ada', 'O''Neill', 'pro', 'team'),
      (2, 'bram@example.com', 'Bräm, the "first"', null, 'pro', null),
      (9007199254740993, 'chiara@example.com', '日本', '', 'pro', 'enterprise'),
      (4, 'free@example.com', 'Free', 'Plan', 'free', null),
      (5, 'old@example.com', 'Long', 'Ago', 'pro', null),
      (6, 'never@example.com', 'Never', 'Seen', 'pro', null);
    insert into page_events (user_id, page, device, browser, location, event_time) values
      (1, '/old', 'desktop', 'Firefox', 'Lisbon', now() - interval '3 days'),
      (1, '/pricing', 'mobile', 'Safari', 'Lisbon, PT', date_trunc('second', now()) - interval '1 hour'),
      (2, null, null, null, null, date_trunc('second', now()) - interval '6 days' + interval '123456 microseconds'),
      (9007199254740993, '/a', 'tablet', 'Edge', 'Osaka', date_trunc('second', now()) - interval '2 days'),
      (4, '/pricing', 'mobile', 'Safari', 'Lisbon', now() - interval '1 hour'),
      (5, '/pricing', 'mobile', 'Safari', 'Lisbon', now() - interval '8 days');
  `);
}

/** Rows are delivered side by side, so they arrive in any order. */
function byEmail<Held extends { readonly email?: string }>(held: readonly Held[]): Held[] {
  return held.toSorted((a, b) => ((a.email ?? '') < (b.email ?? '') ? -1 : 1));
}

/** What Iterable should hold of each matching row, worked out by the database itself. */
async function expectedRows({ database }: World) {
  return database.run<{
    id: string;
    email: string;
    first_name: string | null;
    last_name: string | null;
    candidate: string | null;
    page: string | null;
    device: string | null;
    browser: string | null;
    location: string | null;
    seconds: string;
    utc: string;
  }>(`
    select u.id, u.email, u.first_name, u.last_name, u.candidate, e.page, e.device, e.browser, e.location,
      floor(extract(epoch from e.event_time))::text as seconds,
      to_char(e.event_time at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as utc
    from users u join page_events e on e.user_id = u.id
    where u.id in (1, 2, 9007199254740993) and e.page is distinct from '/old'
    order by u.id`);
}

describe.each([
  { mode: 'API key', jwt: false },
  { mode: 'JWT', jwt: true },
])('iterable-sync run, authenticated by $mode', ({ mode, jwt }) => {
  it('puts each row into Iterable, field by field, and leaves CSV, results and log', async () => {
    const world = await createWorld({ jwt });
    await addEveryKind(world);
    const expected = await expectedRows(world);

    const { exitCode, stdout, stderr, folder } = await runCli(['run'], { env: world.env });

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const { users, events } = world.sandbox;
    expect(byEmail(users.all()).map(({ email, dataFields }) => ({ email, dataFields }))).toEqual(
      expected.map((row) => ({
        email: row.email,
        dataFields: {
          firstName: row.first_name,
          lastName: row.last_name,
          planType: 'pro',
          candidate: row.candidate,
        },
      })),
    );
    expect(
      byEmail(events.all()).map(({ eventName, email, createdAt, dataFields }) => ({
        eventName,
        email,
        createdAt,
        dataFields,
      })),
    ).toEqual(
      expected.map((row) => ({
        eventName: 'recent_engagement',
        email: row.email,
        createdAt: Number(row.seconds),
        dataFields: {
          page: row.page,
          device: row.device,
          browser: row.browser,
          location: row.location,
          eventTime: `${row.utc} +00:00`,
        },
      })),
    );

    const csv = theFile(folder, CSV);
    expect(csv.split(/\r?\n/)[0]).toBe(HEADER);
    expect(parse(csv, { columns: true })).toEqual(
      expected.map((row) => ({
        id: row.id,
        email: row.email,
        first_name: row.first_name ?? '',
        last_name: row.last_name ?? '',
        plan_type: 'pro',
        candidate: row.candidate ?? '',
        page: row.page ?? '',
        device: row.device ?? '',
        browser: row.browser ?? '',
        location: row.location ?? '',
        event_time: row.utc,
      })),
    );

    const results = JSON.parse(theFile(folder, RESULTS)) as object;
    expect(results).toMatchObject({
      schemaVersion: 1,
      exitCode: 0,
      counts: { rows: 3, delivered: 3, partial: 0, failed: 0, notAttempted: 0 },
      stopped: null,
      authentication: { method: jwt ? 'jwt' : 'api-key' },
      csv: { rows: 3 },
      failures: [],
      failuresOmitted: 0,
      operations: {
        'users/update': { calls: 3, succeeded: 3, failed: 0, attempts: 3, retries: {}, waitMs: 0 },
        'events/track': { calls: 3, succeeded: 3, failed: 0, attempts: 3, retries: {}, waitMs: 0 },
      },
    });
    const [csvFile = '', resultsFile = ''] = [CSV, RESULTS].map((name) => filesIn(folder, name)[0]);
    expect(csvFile.slice(-19, -4)).toBe(resultsFile.slice(-20, -5));
    for (const file of [csvFile, resultsFile, `${folder}/iterable_integration.log`]) {
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }

    expect(stdout).toContain(`
[STEP 4] Initializing Iterable API client...
Using ${mode} authentication

[STEP 4.5] Exporting query results to CSV...
Exported 3 records to CSV: ${csvFile.split('/').at(-1) ?? ''}

[STEP 5] Processing user records...

Processing record 1/3
Processing user: ada@example.com
Attempt 1/3 for users/update
users/update call successful: Success
Attempt 1/3 for events/track
events/track call successful: Success
✓ Successfully processed user: ada@example.com
`);
    expect(stdout).toContain(`✓ Successfully processed user: chiara@example.com
`);
    expect(stdout).toContain(`INTEGRATION SUMMARY
Total users processed: 3
✓ Successful (both API calls): 3
⚠ Partial failures (one call failed): 0
✗ Total failures (both calls failed): 0
✓ CSV Export: ${csvFile.split('/').at(-1) ?? ''}
✓ Authentication: ${mode}
`);

    const log = theFile(folder, /^iterable_integration\.log$/);
    const time = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d`;
    if (jwt)
      expect(log).toContain(' - iterable_client - DEBUG - JWT token generated successfully\n');
    expect(log).toMatch(
      new RegExp(`^${time} - iterable_client - DEBUG - Attempt 1/3 for users/update$`, 'm'),
    );
    expect(log).toMatch(
      new RegExp(`^${time} - iterable_client - INFO - users/update call successful: Success$`, 'm'),
    );

    for (const text of [stdout, stderr, log, JSON.stringify(results), csv]) {
      for (const secret of [
        API_KEY,
        JWT_SECRET,
        new URL(world.env['DATABASE_URL'] ?? '').password,
      ]) {
        if (secret !== '') expect(text).not.toContain(secret);
      }
      expect(text).not.toMatch(/eyJ[\w-]+\./);
    }
  });

  it('can be repeated: the same rows give the same profiles and no further event', async () => {
    const world = await createWorld({ jwt });
    await addEveryKind(world);
    await runCli(['run'], { env: world.env });
    const ids = world.sandbox.events
      .all()
      .map(({ id }) => id)
      .sort();
    const { exitCode } = await runCli(['run'], { env: world.env });
    expect(exitCode).toBe(0);
    expect(
      world.sandbox.events
        .all()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids);
    expect(world.sandbox.users.count()).toBe(3);
  });
});

describe('what Iterable does not take at once', () => {
  it('is tried again, and the figures agree with what the server counted', async () => {
    const world = await createWorld();
    await addUsers(world, 3);
    world.sandbox.faults.add({
      operation: 'users/update',
      subject: { email: 'user1@example.com' },
      replies: [{ status: 503 }, { status: 502 }],
    });
    const { exitCode, stdout, folder } = await runCli(['run'], { env: world.env });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /Attempt 1\/3 for users\/update\nRetryable error 503 from users\/update\. Retrying in 1\.[012]\ds \(attempt 1\/3\)\nAttempt 2\/3 for users\/update\nRetryable error 502 from users\/update\. Retrying in 2\.[0-5]\ds \(attempt 2\/3\)\nAttempt 3\/3 for users\/update\nusers\/update call successful: Success\n/,
    );
    const { operations } = JSON.parse(theFile(folder, RESULTS)) as {
      operations: Record<string, { attempts: number; retries: object }>;
    };
    expect(world.sandbox.requestCounts).toEqual({
      'users/update': { 200: 3, 503: 1, 502: 1 },
      'events/track': { 200: 3 },
      'users/getFields': { 200: 1 },
    });
    expect(operations['users/update']).toMatchObject({
      attempts: 5,
      retries: { 502: 1, 503: 1 },
    });
    expect(operations['events/track']).toMatchObject({ attempts: 3, retries: {} });
  });

  it('fails its row alone when it is refused: exit code 1, and the reason is told', async () => {
    const world = await createWorld();
    await addUsers(world, 3);
    world.sandbox.forget({ email: 'user2@example.com' });
    const { exitCode, stdout, folder } = await runCli(['run'], { env: world.env });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('✗ Failed to process user: user2@example.com');
    const results = JSON.parse(theFile(folder, RESULTS)) as { failures: object[] };
    expect(results).toMatchObject({
      exitCode: 1,
      counts: { rows: 3, delivered: 2, failed: 1 },
      failures: [{ row: 2, key: '2', outcome: 'failed', user: { code: 'ForgottenUserError' } }],
    });
  });
});

it('--days reaches the query', async () => {
  const world = await createWorld();
  await addEveryKind(world);
  await runCli(['run', '--days', '30'], { env: world.env });
  expect(world.sandbox.users.get({ email: 'old@example.com' })).toBeDefined();
});
