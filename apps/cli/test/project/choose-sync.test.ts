import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chooseSync, type SyncChoice } from '../../src/project/choose-sync.js';
import { loadProject } from '../../src/project/load-project.js';
import { projectFolder } from './project-folder.js';

const SYNCS = `syncs:
  engagement:
    sql: sql/engagement.sql
    key: id
    email: email
    event: { name: seen }
    parameters:
      since: 2026-01-01
      plan: pro
  recent:
    title: who was here
    builtIn: recent_engagement
    days: 30
    delivery: bulk
    guards: { maxFailures: 3 }
`;

const SQL = 'select id, email from users where seen > :since::date and plan = :plan';

async function choose(choice: SyncChoice, sql: string | undefined = SQL) {
  const cwd = projectFolder({
    'below/mine.yaml': SYNCS,
    ...(sql !== '' && { 'below/sql/engagement.sql': sql }),
  });
  const { project, problems } = await loadProject({ cwd, file: 'below/mine.yaml' });
  expect(problems).toEqual([]);
  return { cwd, chosen: chooseSync(project, choice) };
}

it('the SQL file is found from the folder of the configuration file', async () => {
  const { chosen } = await choose({ name: 'engagement' });
  expect(chosen).toMatchObject({
    job: {
      name: 'engagement',
      title: 'engagement',
      keyColumn: 'id',
      query: {
        name: 'sql/engagement.sql',
        sql: 'select id, email from users where seen > $1::date and plan = $2',
        parameters: ['2026-01-01', 'pro'],
      },
    },
  });
});

it('parameters of the command line win over those of the file, one by one', async () => {
  const { chosen } = await choose({ name: 'engagement', parameters: { since: '2025-06-01' } });
  expect(chosen).toMatchObject({ job: { query: { parameters: ['2025-06-01', 'pro'] } } });
});

it('a parameter that the SQL does not have is a problem, at the place of the sync', async () => {
  const { chosen } = await choose({ name: 'engagement', parameters: { sinse: 'x' } });
  expect(chosen).toEqual({
    problems: [expect.stringMatching(/^below\/mine\.yaml:2: syncs\.engagement: .*sinse/)],
  });
});

it('the built-in query takes its days and options from the file, and --days wins', async () => {
  const { chosen } = await choose({ name: 'recent' });
  expect(chosen).toMatchObject({
    job: {
      title: 'who was here',
      settings: { delivery: 'bulk', guards: { maxFailures: 3 } },
    },
  });
  const days = async (choice: SyncChoice) => {
    const { chosen: found } = await choose(choice);
    return 'job' in found ? found.job.query.parameters : found.problems;
  };
  expect(await days({ name: 'recent', days: 5 })).not.toEqual(await days({ name: 'recent' }));
});

it('a flag that means nothing to the sync is refused', async () => {
  expect((await choose({ name: 'engagement', days: 3 })).chosen).toEqual({
    problems: ['--days is for the built-in query, and engagement has a query of its own'],
  });
  expect((await choose({ name: 'recent', parameters: { a: '1' } })).chosen).toEqual({
    problems: ['--param is for SQL with parameters, and recent has none'],
  });
});

it('a name that there is not is told with the nearest, or with all', async () => {
  expect((await choose({ name: 'engagment' })).chosen).toEqual({
    problems: ['there is no sync "engagment"; did you mean engagement?'],
  });
  expect((await choose({ name: 'orders' })).chosen).toEqual({
    problems: ['there is no sync "orders"; there is engagement, recent'],
  });
});

it('one of several is to be named', async () => {
  expect((await choose({})).chosen).toEqual({
    problems: ['name the sync: there are engagement, recent'],
  });
});

it('a SQL file that is not there is told with its path and the place of the sync', async () => {
  const { cwd, chosen } = await choose({ name: 'engagement' }, '');
  const path = join(cwd, 'below/sql/engagement.sql');
  expect(chosen).toEqual({
    problems: [`below/mine.yaml:2: syncs.engagement: the SQL file ${path} can't be read (ENOENT)`],
  });
});

it.each([' ', '-- nothing\n'])('SQL that is none is told at the place of the sync', async (sql) => {
  const { chosen } = await choose({ name: 'engagement' }, sql);
  expect(chosen).toEqual({
    problems: [expect.stringMatching(/^below\/mine\.yaml:2: syncs\.engagement: /)],
  });
});
