import { expect, it } from 'vitest';
import { loadProject } from '../../src/project/load-project.js';
import { projectFolder } from './project-folder.js';

/** What is said of a file, its name left away. */
async function problemsOf(ending: string, text: string): Promise<string[]> {
  const name = `iterable-sync.config.${ending}`;
  const { problems } = await loadProject({ cwd: projectFolder({ [name]: text }) });
  return problems.map((problem) => problem.replace(`${name}:`, ''));
}

/** One sync of SQL: its properties begin in line 3. */
const sync = (...lines: readonly string[]): string =>
  ['syncs:', '  a:', ...lines.map((line) => `    ${line}`), ''].join('\n');

const WHOLE = ['sql: a.sql', 'key: id', 'email: email'];

it.each<[string, string, string[]]>([
  ['a list that never ends', 'syncs:\n  a: [1, 2\n  b: 3\n', ['3: Flow sequence']],
  ['a tab', 'syncs:\n\ta: 1\n', ['2: Tabs are not allowed as indentation']],
  ['a quote that never ends', 'syncs:\n  a: "x', ['2: Missing closing "quote']],
  ['a second document', 'syncs: {}\n---\nsyncs: {}\n', ['2: a second document begins here (---)']],
  ['a tag of a program', 'syncs: !!js/function "x"\n', ['1: Unresolved tag']],
  ['an alias of nothing', 'syncs:\n  a: *b\n', ['2: there is no &b above this *b']],
  ['a property twice', sync('key: id', 'key: id2'), ['4: Map keys must be unique']],
])('YAML that is none: %s', async (_, text, expected) => {
  const problems = await problemsOf('yaml', text);
  expect(problems).toEqual(expected.map((start) => expect.stringContaining(start)));
  expect(problems[0]).toMatch(new RegExp(`^${expected[0]?.slice(0, 2) ?? ''}`));
});

it('aliases that make a lot of little are refused before they do', async () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [below, name] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi']) {
    bomb.push(`${name}: &${name} [${Array<string>(9).fill(`*${below}`).join(', ')}]`);
  }
  expect(await problemsOf('yaml', `${bomb.join('\n')}\nsyncs: *i\n`)).toEqual([
    '2: aliases of aliases make too much data; write out what they stand for',
  ]);
});

it('aliases that share a few settings are good', async () => {
  const shared = `syncs:
  a: &a { builtIn: recent_engagement, guards: &guards { maxFailures: 3 } }
  b: { builtIn: recent_engagement, guards: *guards }
  c: *a
`;
  expect(await problemsOf('yaml', shared)).toEqual([]);
});

it.each<[string, string, string[]]>([
  ['nothing at all', '', ['1: the configuration is empty: it needs syncs']],
  ['a list', '- a\n', ['1: the configuration must be an object; it is a list']],
  [
    'another name for the syncs',
    'synx:\n  a: 1\n',
    [
      '1: the configuration has no property "synx" (did you mean "syncs"?)',
      '1: the configuration needs syncs',
    ],
  ],
  ['no syncs', 'syncs: {}\n', ['1: syncs has no sync']],
  ['syncs that are nothing', '\nsyncs:\n', ['2: syncs must be an object; it is null']],
  ['a sync that is nothing', 'syncs:\n  a:\n', ['2: syncs.a must be an object; it is null']],
  [
    'a sync without a name',
    'syncs:\n  "": { builtIn: recent_engagement }\n',
    ['2: syncs has a sync whose name is blank'],
  ],
  [
    'a name with a blank at its edge',
    'syncs:\n  " a": { builtIn: recent_engagement }\n',
    ['2: syncs has a blank at the edge of " a"'],
  ],
  [
    'an unknown property, with the nearest',
    sync(...WHOLE, 'delivry: bulk'),
    ['6: syncs.a has no property "delivry" (did you mean "delivery"?)'],
  ],
  [
    'a missing key',
    sync('sql: a.sql', 'keys: id', 'email: email'),
    ['4: syncs.a has no property "keys" (did you mean "key"?)', '2: syncs.a needs key'],
  ],
  [
    'no identifier',
    sync('sql: a.sql', 'key: id'),
    ['2: syncs.a needs email or userId: the column that has it'],
  ],
  [
    'two identifiers',
    sync(...WHOLE, 'userId: id'),
    ['2: syncs.a has email and userId: keep one of them'],
  ],
  [
    'no query',
    sync('key: id', 'email: email'),
    ['2: syncs.a needs sql (a file), query (SQL) or builtIn'],
  ],
  [
    'two queries',
    sync(...WHOLE, 'query: select 1'),
    ['2: syncs.a has sql and query: keep one of them'],
  ],
  [
    'a built-in sync that there is not',
    sync('builtIn: recent'),
    ['3: syncs.a: builtIn must be "recent_engagement"; it is "recent"'],
  ],
  [
    'SQL beside a built-in sync',
    sync('builtIn: recent_engagement', 'sql: a.sql'),
    [
      '4: syncs.a has no property "sql"; it has builtIn, days, title, delivery, guards, ' +
        'strictFields, gone, projectType, createNewFields, allowReserved',
    ],
  ],
  [
    'values of the wrong kind, all at once, each in its line',
    sync(
      ...['sql: a.sql', 'key: 12', 'email: email', 'profile: 3', 'delivery: bulky'],
      ...['guards:', '  maxFailures: -1', 'allowReserved: [signupDate, 3]'],
      ...['event:', '  name: [x]', '  creatdAt: x'],
    ),
    [
      '4: syncs.a: key must be a text that is not blank; it is 12',
      '6: syncs.a: profile must be true or false or an object; it is 3',
      '7: syncs.a: delivery must be "auto" or "single" or "bulk"; it is "bulky"',
      '9: syncs.a: guards.maxFailures must be a whole number from 0 on; it is -1',
      '10: syncs.a: allowReserved[1] must be a text that is not blank; it is 3',
      '12: syncs.a: event.name must be a text that is not blank or an object; it is a list',
      '13: syncs.a: event has no property "creatdAt" (did you mean "createdAt"?)',
    ],
  ],
  [
    'two things done about rows that left',
    sync(...WHOLE, 'gone: { event: left, unsubscribe: 3 }'),
    ['6: syncs.a: gone needs one of event and unsubscribe, and not both'],
  ],
  [
    'a parameter that is no value',
    sync(...WHOLE, 'parameters:', '  since: { year: 2026 }'),
    [
      '7: syncs.a: parameters.since must be a text or a number or true or false or null; it is an object',
    ],
  ],
  [
    'a name that objects have of themselves',
    sync(...WHOLE, 'constructor: x'),
    [expect.stringMatching(/^6: syncs\.a has no property "constructor"; it has sql, /) as string],
  ],
])('%s is told with its line', async (_, text, expected) => {
  expect(await problemsOf('yaml', text)).toEqual(expected);
});

it('what is wrong with several syncs is told of all', async () => {
  const text = `syncs:
  first:
    builtIn: recent_engagement
    days: 0
  second:
    sql: second.sql
    email: email
`;
  expect(await problemsOf('yml', text)).toEqual([
    '4: syncs.first: days must be a whole number from 1 to 36500; it is 0',
    '5: syncs.second needs key',
  ]);
});

it('JSON tells the same lines', async () => {
  const text = `{
  "syncs": {
    "a": {
      "sql": "a.sql",
      "key": "id",
      "emial": "email"
    }
  }
}`;
  expect(await problemsOf('json', text)).toEqual([
    '6: syncs.a has no property "emial" (did you mean "email"?)',
    '3: syncs.a needs email or userId: the column that has it',
  ]);
});

it.each([
  ['// a comment\n{ "syncs": {} }', 1],
  ['{\n  "syncs": {}, // a comment\n}', 2],
  ['{\n  "syncs": {\n    /* a comment */\n  }\n}', 3],
])('a comment in JSON is told as what it is', async (text, line) => {
  expect(await problemsOf('json', text)).toEqual([
    `${String(line)}: JSON has no comments: take them out, or write the file as .yaml`,
  ]);
});

it('what looks like a comment and is a part of a text is none', async () => {
  const query = 'select a /* , // no comment */ from b';
  const entry = { query, key: 'a', email: 'a' };
  expect(await problemsOf('json', JSON.stringify({ syncs: { a: entry } }))).toEqual([]);
});

it('JSON that ends too early is told with its line', async () => {
  const [problem] = await problemsOf('json', '{\n  "syncs": {\n    "a": {\n');
  expect(problem).toMatch(/^4: .* end with a }/);
});
