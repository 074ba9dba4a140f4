import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runCli } from '../cli-process.js';
import { API_KEY, createWorld, JWT_SECRET } from '../world.js';
import { startInTerminal, type TerminalProcess } from './terminal.js';

const ENTER = '\r';
const DOWN = '\x1b[B';
const CTRL_C = '\x03';

const text = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

/** Answers questions in turn, each once it is there. */
async function answer(
  terminal: TerminalProcess,
  answers: readonly (readonly [question: string, typed: string])[],
): Promise<void> {
  for (const [question, typed] of answers) {
    await terminal.shows(question);
    terminal.type(typed);
  }
}

describe('init on a terminal', () => {
  it('asks for a table and its columns, and what it writes runs', async () => {
    const world = await createWorld({ jwt: true });
    await world.database.run(
      `create table customers (
         customer bigint primary key, mail text, address text, joined timestamptz, plan text);
       insert into customers values (7, null, 'ada@example.com', '2026-01-02 03:04:05Z', 'pro')`,
    );
    const terminal = startInTerminal(['init', '--base-url', world.sandbox.url], { env: {} });
    await answer(terminal, [
      ['The database', `${world.database.url}${ENTER}`],
      ['What goes to Iterable?', ENTER],
      ['Which table?', `custommers${ENTER}`],
      ['There is no table custommers', `customers${ENTER}`],
      ['Which column tells the rows apart?', ENTER],
      ['How does a row say which user', ENTER],
      ['In which column?', `${DOWN}${DOWN}${ENTER}`],
      ['What is the sync called?', ENTER],
      ['Track an event', `y`],
      ['What is the event called?', `joined us${ENTER}`],
      ['Which column says when it happened?', `${DOWN}${ENTER}`],
      ['How is the configuration file written?', ENTER],
      ['How do requests authenticate?', `${DOWN}${ENTER}`],
      ['The API key', `${API_KEY}${ENTER}`],
      ['The JWT secret', `${JWT_SECRET}${ENTER}`],
    ]);
    expect(await terminal.done).toBe(0);
    for (const secret of [API_KEY, JWT_SECRET, world.database.url]) {
      expect(terminal.raw()).not.toContain(secret);
    }
    const { folder } = terminal;
    expect(parse(text(folder, 'iterable-sync.config.yaml'))).toEqual({
      syncs: {
        customers: {
          sql: 'sql/customers.sql',
          key: 'customer',
          email: 'address',
          event: { name: 'joined us', createdAt: 'joined' },
        },
      },
    });
    expect(terminal.lines().join('\n')).not.toContain('Fill in');

    expect(await runCli(['run'], { folder })).toMatchObject({ exitCode: 0, stderr: '' });
    expect(world.sandbox.users.get({ email: 'ada@example.com' })?.dataFields).toMatchObject({
      plan: 'pro',
    });
    expect(world.sandbox.events.all()).toMatchObject([{ eventName: 'joined us' }]);
  });

  it('takes Enter for an answer, and leaves open what it does not know', async () => {
    const terminal = startInTerminal(['init', '--built-in'], { env: {} });
    await answer(terminal, [
      ['The database', ENTER],
      ['What is the sync called?', ENTER],
      ['How is the configuration file written?', ENTER],
      ['Where does the Iterable project live?', `${DOWN}${ENTER}`],
      ['How do requests authenticate?', ENTER],
      ['The API key', ENTER],
    ]);
    expect(await terminal.done).toBe(0);
    expect(terminal.lines().join('\n')).toContain('Fill in .env: DATABASE_URL, ITERABLE_API_KEY');
    expect(text(terminal.folder, '.env')).toContain('ITERABLE_DATA_CENTER=eu\n');
  });

  it('asks for columns by name where there is no database yet, and for nothing that flags say', async () => {
    const flags = ['--table', 'orders', '--user-id', 'customer', '--format', 'ts', '--jwt'];
    const terminal = startInTerminal(['init', ...flags, '--data-center', 'us'], { env: {} });
    await answer(terminal, [
      ['The database', ENTER],
      ['Which column tells the rows apart?', `order_id${ENTER}`],
      ['What is the sync called?', ENTER],
      ['Track an event', 'y'],
      ['What is the event called?', ENTER],
      ['Which column says when it happened?', ENTER],
      ['The API key', ENTER],
      ['The JWT secret', ENTER],
    ]);
    expect(await terminal.done).toBe(0);
    const written = text(terminal.folder, 'iterable-sync.config.ts');
    expect(written).toContain("key: 'order_id'");
    expect(written).toContain("userId: 'customer'");
    expect(written).toContain("event: {\n        name: 'orders',\n      }");
  });

  it.each([
    ['once it asks', true],
    ['before it asks', false],
  ])('gives each question the keys that are meant for it, typed in one go %s', async (_, waits) => {
    const terminal = startInTerminal(['init', '--built-in'], { env: {} });
    if (waits) await terminal.shows('The database');
    const answers = ['', 'the_näme\x7f\x7f\x7f\x7fname', DOWN, DOWN, '', API_KEY];
    terminal.type(answers.map((keys) => `${keys}${ENTER}`).join(''));
    expect(await terminal.done).toBe(0);
    expect(readdirSync(terminal.folder)).toContain('iterable-sync.config.ts');
    expect(text(terminal.folder, 'iterable-sync.config.ts')).toContain('    the_name: {');
    expect(text(terminal.folder, '.env')).toMatch(
      new RegExp(`^ITERABLE_API_KEY=${API_KEY}$[^]*^ITERABLE_DATA_CENTER=eu$`, 'm'),
    );
  });

  it('says why an answer will not do, and asks again', async () => {
    const terminal = startInTerminal(['init', '--built-in'], { env: {} });
    await answer(terminal, [
      ['The database', `mysql://me:pass-of-mine@host/db${ENTER}`],
      ['postgres', `\x15${ENTER}`],
      ['What is the sync called?', `a b${ENTER}`],
      ['letters, digits, _ and - only', CTRL_C],
    ]);
    expect(await terminal.done).toBe(130);
    expect(terminal.raw()).not.toContain('pass-of-mine');
  });

  it('does not ask about files that are there', async () => {
    const terminal = startInTerminal([], {
      env: {},
      shell: 'echo ITERABLE_API_KEY=mine > .env; cli init',
    });
    await terminal.shows('There is a .env; it is kept as it is.');
    await terminal.shows('What goes to Iterable?');
    expect(terminal.lines().join('\n')).not.toContain('The database');
    terminal.type(CTRL_C);
    expect(await terminal.done).toBe(130);
    expect(readdirSync(terminal.folder)).toEqual(['.env']);
  });
});

describe('a user who gives up', () => {
  it.each([
    ['at the first question', []],
    ['with a secret typed', [['The database', `postgres://a:secret-of-mine@b/c`]]],
    [
      'late',
      [
        ['The database', ENTER],
        ['What is the sync called?', ENTER],
        ['How is the configuration file written?', DOWN],
      ],
    ],
  ] as const)('%s finds nothing written, and the cursor back', async (_, answers) => {
    const terminal = startInTerminal(['init', '--built-in'], { env: {} });
    await terminal.shows('The database');
    await answer(terminal, answers);
    terminal.type(CTRL_C);
    expect(await terminal.done).toBe(130);
    expect(terminal.lines().at(-1)).toBe('Cancelled. Nothing was written.');
    expect(readdirSync(terminal.folder)).toEqual([]);
    expect(terminal.raw().lastIndexOf('\x1b[?25h')).toBeGreaterThan(
      terminal.raw().lastIndexOf('\x1b[?25l'),
    );
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)('so does one whose program gets %s', async (signal) => {
    const terminal = startInTerminal(['init'], { env: {} });
    await terminal.shows('The database');
    process.kill(terminal.pid, signal);
    expect(await terminal.done).toBe(130);
    expect(readdirSync(terminal.folder)).toEqual([]);
  });
});

describe('the questions', () => {
  it('fit a narrow terminal, also one that becomes it', async () => {
    const terminal = startInTerminal(['init'], { env: {}, columns: 100 });
    await terminal.shows('later, in .env');
    terminal.resize(40);
    await terminal.until(
      'a broken line',
      (lines) => lines.every((line) => line.length <= 40) && lines.join('').includes('Enter'),
    );
    terminal.type(ENTER);
    await terminal.shows('What goes to Iterable?');
    terminal.type(CTRL_C);
    expect(await terminal.done).toBe(130);
  });

  it.each([
    ['NO_COLOR', [], { NO_COLOR: '1' }],
    ['--no-color', ['--no-color'], {}],
  ])('have no colours with %s', async (_, flags, env) => {
    const terminal = startInTerminal(['init', ...flags], { env });
    await terminal.shows('The database');
    terminal.type(CTRL_C);
    expect(await terminal.done).toBe(130);
    // eslint-disable-next-line no-control-regex -- colours are what is looked for
    expect(terminal.raw()).not.toMatch(/\x1b\[[\d;]*m/);
  });

  it.each(['--yes', '--json'])('are not there with %s', async (flag) => {
    const terminal = startInTerminal(['init', flag, '--built-in'], { env: {} });
    expect(await terminal.done).toBe(0);
    expect(readdirSync(terminal.folder)).toContain('iterable-sync.config.yaml');
  });

  it('are not there where stdout is no terminal', async () => {
    const terminal = startInTerminal([], { env: {}, shell: 'cli init --built-in | cat' });
    expect(await terminal.done).toBe(0);
    expect(readdirSync(terminal.folder)).toContain('iterable-sync.config.yaml');
  });
});
