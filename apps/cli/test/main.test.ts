import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { main } from '../src/main.js';
import { version } from '../src/version.js';
import { capturedIo } from './captured-io.js';

async function call(...argv: string[]) {
  const { io, written } = capturedIo({ cwd: mkdtempSync(join(tmpdir(), 'cli-')) });
  const exitCode = await main(argv, io);
  return { exitCode, ...written };
}

it('--version prints the version of the manifest', async () => {
  expect(await call('--version')).toEqual({ exitCode: 0, stdout: `${version()}\n`, stderr: '' });
});

it.each([[['--help']], [['run', '--help']], [['demo', '--help']], [['sandbox', '--help']]])(
  '%j explains itself',
  async (argv) => {
    const { exitCode, stdout, stderr } = await call(...argv);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('Usage: iterable-sync');
  },
);

it.each([
  ['an unknown option', ['run', '--dayz', '3'], 'Did you mean --days?'],
  ['an unknown command', ['rum'], 'Did you mean run?'],
  ['an argument too many', ['run', 'this', 'that'], 'too many arguments'],
  ['a sync that is none', ['run', 'recent_engagemnt'], 'did you mean recent_engagement?'],
  ['days that are no number', ['run', '--days', 'seven'], 'whole number from 1'],
  ['a data center that is none', ['run', '--data-center', 'mars'], 'must be us or eu'],
  ['no configuration at all', ['run'], 'DATABASE_URL'],
  ['JWT by its flag, without a secret', ['run', '--jwt'], 'ITERABLE_JWT_SECRET'],
])('%s: a message, exit code 2', async (_name, argv, words) => {
  const { exitCode, stdout, stderr } = await call(...argv);
  expect(exitCode).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^error\[(USAGE|CONFIGURATION)\]: /);
  expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/^ +at /m);
});

it('without a command, the help is shown and nothing is done', async () => {
  const { exitCode, stderr } = await call();
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Usage: iterable-sync');
});
