import { formatCsv } from '@org/csv-export';
import { openDatabase, proUsersWithRecentEngagement } from '@org/db-query';
import { readdirSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { runCli, startCli, theFile } from './cli-process.js';
import { smallDisk } from './small-disk.js';
import { addUsers, createWorld, type World } from './world.js';

const CSV = /^query_results_\d{8}_\d{6}\.csv$/;

/** Texts that are easily lost, split or changed on their way into a CSV. */
const HOSTILE = [
  '',
  ' ',
  '"',
  '""',
  ',',
  'a,"b"\r\nc\n\n',
  '\\.',
  '\\N',
  'NULL',
  '\ufeffmark',
  "'; drop table users; --",
  '日本 🦊 e\u0301',
  '=1+1',
  '-12.5e3',
  '-1 day',
  '+49 30 1234',
  '\t@tab',
  '\u0001\u2028\u00a0',
  'long "text", '.repeat(3000),
];

/** What `writeCsv` makes of the rows that the program should find. */
async function streamedCsv({ database }: World): Promise<string> {
  await using source = openDatabase({ url: database.url });
  await using snapshot = await source.snapshot();
  const query = proUsersWithRecentEngagement();
  const { text } = await formatCsv(snapshot.stream(query), { columns: query.columns });
  return text;
}

async function addHostileUsers(world: World): Promise<void> {
  await addUsers(world, 40);
  await world.database.run(
    `update users set first_name = texts.a[1 + id % $2::int], last_name = nullif(texts.a[1 + (id * 7) % $2::int], ' '),
       candidate = case when id % 3 = 0 then null else texts.a[1 + (id / 2) % $2::int] end
     from (select $1::text[] as a) as texts`,
    [HOSTILE, HOSTILE.length],
  );
  await world.database.run(
    "update page_events set event_time = now() - id * interval '1 hour 7.654321 seconds'",
  );
}

describe('the CSV', () => {
  it('has the bytes that the streamed rows give, hostile texts and all', async () => {
    const world = await createWorld();
    await addHostileUsers(world);
    const { folder, stdout, stderr } = await runCli(['run'], { env: world.env });
    // Iterable refuses some of them; that is told, and nothing else.
    expect(stderr).toMatch(/^error\[ROWS_FAILED\]: .*\n$/);
    expect(stdout).toContain('Exported 40 records to CSV: ');
    expect(theFile(folder, CSV)).toBe(await streamedCsv(world));
  });

  it('has its header where the query finds nobody', async () => {
    const world = await createWorld();
    const { exitCode, folder, stdout } = await runCli(['run'], { env: world.env });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Exported 0 records to CSV: ');
    expect(theFile(folder, CSV)).toBe(await streamedCsv(world));
  });

  it('comes with warnings that count what is in it, on the console and in the results', async () => {
    const world = await createWorld();
    await addUsers(world, 4);
    await world.database.run(
      `update users set first_name = case id when 2 then '@cmd' when 3 then '-5' when 4 then E'\\n,=x' end,
         last_name = case id when 3 then repeat('ü', 32768) when 4 then repeat('ü', 32767) end`,
    );
    const { folder, stdout } = await runCli(['run'], { env: world.env });
    const { csv } = JSON.parse(theFile(folder, /^integration_results/)) as {
      csv: { warnings: { message: string }[] };
    };
    expect(csv.warnings).toMatchObject([
      { code: 'FORMULA_CELLS', count: 2, first: { row: 2, column: 'first_name' } },
      { code: 'EXCEL_CELL_LIMIT', count: 1, first: { row: 3, column: 'last_name' } },
    ]);
    for (const { message } of csv.warnings) expect(stdout).toContain(`⚠ CSV: ${message}\n`);
  });
});

describe('what happens while the server writes the CSV', () => {
  const OURS = `from pg_stat_activity
    where datname = current_database() and application_name = 'iterable-sync'`;

  /** A run that is in the middle of its CSV, which takes a while: each page is slow to read. */
  async function startCopy() {
    const world = await createWorld();
    await addUsers(world, 3000);
    await world.database.run(`
      create function slowly(text) returns text stable language plpgsql
        as 'begin perform pg_sleep(0.01); return $1; end';
      alter table page_events rename to page_views;
      create view page_events as
        select id, user_id, slowly(page) as page, device, browser, location, event_time from page_views;`);
    const cli = startCli(['run'], { env: world.env });
    await cli.shows('[STEP 4.5]');
    await vi.waitFor(
      async () => {
        const copies = await world.database.run(
          `select pid ${OURS} and state = 'active' and query like 'copy (%'`,
        );
        expect(copies).toHaveLength(1);
        expect(readdirSync(cli.folder)).toContainEqual(expect.stringMatching(/^\.csv-.*\.tmp$/));
      },
      { timeout: 60_000, interval: 20 },
    );
    return { world, cli };
  }

  async function expectNothingLeft({ sandbox, database }: World, folder: string): Promise<void> {
    expect(sandbox.requests).toEqual([]);
    expect(readdirSync(folder)).toEqual(['iterable_integration.log']);
    await vi.waitFor(async () => expect(await database.run(`select pid ${OURS}`)).toEqual([]), {
      timeout: 30_000,
      interval: 20,
    });
  }

  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends the query on the server and leaves no file: exit code 130',
    async (signal) => {
      const { world, cli } = await startCopy();
      cli.kill(signal);
      expect(await cli.done).toMatchObject({
        exitCode: 130,
        stderr: 'error[INTERRUPTED]: stopped by a signal before anything was sent\n',
      });
      await expectNothingLeft(world, cli.folder);
    },
  );

  it('a connection that breaks is an error of the database, and leaves no file: exit code 4', async () => {
    const { world, cli } = await startCopy();
    await world.database.run(`select pg_terminate_backend(pid) ${OURS}`);
    const { exitCode, stderr, stdout } = await cli.done;
    expect(exitCode).toBe(4);
    expect(stderr).toMatch(/^error\[CONNECTION_LOST\]: .*\n$/);
    expect(stdout).not.toContain('Exported');
    await expectNothingLeft(world, cli.folder);
  });

  it('a query that fails in the middle is told with its code, and leaves no file: exit code 4', async () => {
    const world = await createWorld();
    await addUsers(world, 3000);
    await world.database.run(`
      create function fragile(text, bigint) returns text stable language sql
        as 'select case when $2 < 2900 then $1 else (1 / ($2 - $2))::text end';
      alter table page_events rename to page_views;
      create view page_events as
        select id, user_id, fragile(page, user_id) as page, device, browser, location, event_time
        from page_views;`);
    const { exitCode, stdout, stderr, folder } = await runCli(['run'], { env: world.env });
    expect(exitCode).toBe(4);
    expect(stdout).toContain('[STEP 4.5]');
    expect(stderr).toMatch(/^error\[INVALID_VALUE\]: .*\n$/);
    await expectNothingLeft(world, folder);
  });

  it('a disk that is full is told, and leaves no file: exit code 2', async () => {
    const world = await createWorld();
    await addUsers(world, 3000);
    const { env, nodeOptions } = smallDisk(65_536);
    const { exitCode, stderr, folder } = await runCli(['run'], {
      env: { ...world.env, ...env },
      nodeOptions,
    });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error\[CSV_NO_SPACE\]: .*\n$/);
    await expectNothingLeft(world, folder);
  });
});
