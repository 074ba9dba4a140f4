import { describe, expect, it } from 'vitest';
import { runCli } from './cli-process.js';
import { folderOf } from './folder-of.js';
import { createWorld } from './world.js';

/** Settings that are whole; nothing listens there. */
const SETTINGS = {
  DATABASE_URL: 'postgres://someone:a-password-of-no-one@127.0.0.1:1/nowhere',
  ITERABLE_BASE_URL: 'http://127.0.0.1:1',
  ITERABLE_API_KEY: 'api-key-0123456789abcdef01234567',
};

/** What a run says of files that it can't use. */
async function problemsOf(files: Readonly<Record<string, string>>, argv: readonly string[] = []) {
  const cli = await runCli(['run', ...argv], { folder: folderOf(files), env: SETTINGS });
  expect(cli).toMatchObject({ exitCode: 2, stdout: '' });
  const [first, ...lines] = cli.stderr.trimEnd().split('\n');
  expect(first).toMatch(/^error\[CONFIGURATION\]: The configuration has/);
  return lines.map((line) => line.replace(/^ {2}- /, ''));
}

const IMPORT = "import { defineConfig, fromQuery, sqlQuery } from '@org/cli';\n";

describe('a configuration file that is code', () => {
  it('runs with types, and its functions make what is sent', async () => {
    const world = await createWorld();
    await world.database.run(
      `create table members (id bigint primary key, email text, city text, seen timestamptz);
       insert into members values
         (9007199254740993, 'ada@example.com', 'London', '2026-01-02 03:04:05Z'),
         (2, 'grace@example.com', null, '2026-01-03 00:00:00Z')`,
    );
    const folder = folderOf({
      'iterable-sync.config.ts': `
        import { defineConfig, defineQuery, fromQuery, type QuerySource, type Timestamp } from '@org/cli';
        import { upper } from './helpers/upper.ts';
        interface Tables {
          members: { id: bigint; email: string; city: string | null; seen: Timestamp };
        }
        const members = defineQuery({
          name: 'members',
          build: (db: QuerySource<Tables>) =>
            db.selectFrom('members').select(['id', 'email', 'city', 'seen']).orderBy('id'),
        });
        export default defineConfig({
          syncs: {
            members: fromQuery({
              query: members(),
              key: 'id',
              user: (row) => ({
                email: row.email,
                dataFields: { city: row.city === null ? null : upper(row.city) },
              }),
              event: (row) => ({ email: row.email, eventName: 'seen', createdAt: row.seen }),
              gone: {
                event: ({ key, ...user }) => ({ ...user, eventName: 'left', dataFields: { key } }),
              },
            }),
          },
        });`,
      'helpers/upper.ts': 'export const upper = (text: string): string => text.toUpperCase();',
    });
    const run = () => runCli(['run', 'members'], { folder, env: world.env });
    expect(await run()).toMatchObject({ exitCode: 0, stderr: '' });
    const { users, events } = world.sandbox;
    expect(users.get({ email: 'ada@example.com' })?.dataFields).toMatchObject({ city: 'LONDON' });

    await world.database.run("delete from members where email = 'ada@example.com'");
    expect(await run()).toMatchObject({ exitCode: 0, stderr: '' });
    expect(events.of({ email: 'ada@example.com' })).toMatchObject([
      { eventName: 'seen' },
      { eventName: 'left', dataFields: { key: '9007199254740993' } },
    ]);
  });
});

describe('what keeps it from being read', () => {
  it.each<[string, string, string]>([
    [
      'TypeScript that is more than types',
      `${IMPORT}enum Plan { pro }\nexport default {};\n`,
      'iterable-sync.config.ts:2: TypeScript enum is not supported in strip-only mode',
    ],
    [
      'a mistake of syntax',
      'const a = 1;\nconst b = = 2;\nexport default {};\n',
      'iterable-sync.config.ts:2: Expression expected',
    ],
    [
      'a name that is not exported',
      `import { defineConfg } from '@org/cli';\nexport default defineConfg({});\n`,
      "iterable-sync.config.ts:1: The requested module '@org/cli' does not provide an export named 'defineConfg'",
    ],
    [
      'an error that it throws',
      `const a: number = 1;\nfunction fail() {\n  throw new Error('no ' + a);\n}\nfail();\n`,
      'iterable-sync.config.ts:3: no 1',
    ],
    [
      'an error of its call of ours, where it calls',
      `${IMPORT}export default defineConfig({\n  syncs: {\n    a: fromQuery({ quer: 1 } as never),\n  },\n});\n`,
      'iterable-sync.config.ts:4: fromQuery: unknown property quer; did you mean query?',
    ],
    ['no default export', 'export const config = {};\n', 'iterable-sync.config.ts: has no default'],
    [
      'a promise that fails',
      "export default (async () => {\n  throw new Error('late');\n})();\n",
      'iterable-sync.config.ts:2: late',
    ],
    ['what is thrown and no error', "throw 'a text';\n", 'iterable-sync.config.ts: a text'],
    [
      'a file that it imports and is not there',
      "import './none.ts';\nexport default {};\n",
      'iterable-sync.config.ts: Cannot find module',
    ],
  ])('%s', async (_, text, expected) => {
    const problems = await problemsOf({ 'iterable-sync.config.ts': text });
    expect(problems).toEqual([expect.stringContaining(expected)]);
    expect(problems[0]).toMatch(new RegExp(`^${expected.slice(0, 26)}`));
  });

  it('JavaScript tells the line of a mistake of syntax, too, in the file that has it', async () => {
    const broken = 'const a = 1;\n\nconst b = = 2;\n';
    expect(await problemsOf({ 'iterable-sync.config.js': broken })).toEqual([
      'iterable-sync.config.js:3: Expression expected',
    ]);
    expect(
      await problemsOf({
        'iterable-sync.config.mjs': "import './helpers/broken.mjs';\nexport default {};\n",
        'helpers/broken.mjs': broken,
      }),
    ).toEqual(['helpers/broken.mjs:3: Expression expected']);
  });

  it('the password of the database is in no message, whatever the code throws', async () => {
    const problems = await problemsOf({
      'iterable-sync.config.ts': 'throw new Error(`can not use ${process.env.DATABASE_URL}`);\n',
    });
    expect(problems).toEqual(['iterable-sync.config.ts:1: can not use [redacted]']);
  });
});

describe('what it says is checked as that of a data file', () => {
  it.each<[string, string, string]>([
    ['null', 'null', 'the configuration is empty: it needs syncs'],
    ['a function', '() => ({})', 'the configuration must be an object; it is function'],
    [
      'a query without fromQuery',
      "{ syncs: { a: { query: sqlQuery({ name: 'a', text: 'select 1 as id' }), key: 'id' } } }",
      'syncs.a is written as code: wrap it in fromQuery({ … })',
    ],
    [
      'options of a sync as code',
      `{ syncs: { a: fromQuery({
        query: sqlQuery({ name: 'a', text: 'select 1 as id' }), key: 'id', user: () => null,
        delivery: 'bulky', gone: { event: 3 } }) } }`,
      'syncs.a: delivery must be "auto" or "single" or "bulk"; it is "bulky"',
    ],
  ])('%s', async (_, value, expected) => {
    const text = `${IMPORT}export default ${value} as never;\n`;
    const [problem] = await problemsOf({ 'iterable-sync.config.ts': text });
    expect(problem).toBe(`iterable-sync.config.ts: ${expected}`);
  });

  it('a promise of it is awaited', async () => {
    const text = 'export default Promise.resolve({ syncs: {} });\n';
    expect(await problemsOf({ 'iterable-sync.config.mts': text })).toEqual([
      'iterable-sync.config.mts: syncs has no sync',
    ]);
  });
});

it.each(['commonjs', 'module', undefined])(
  'it is an ES module in a package of type %s, and nothing warns of it',
  async (type) => {
    const files = { 'package.json': JSON.stringify({ type }) };
    for (const ending of ['ts', 'js']) {
      const text = "import '@org/cli';\nexport default { syncs: {} };\n";
      expect(await problemsOf({ ...files, [`iterable-sync.config.${ending}`]: text })).toEqual([
        `iterable-sync.config.${ending}: syncs has no sync`,
      ]);
    }
  },
);
