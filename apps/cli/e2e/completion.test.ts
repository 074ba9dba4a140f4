import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../src/program/create-program.js';
import { capturedIo } from '../test/captured-io.js';
import { runCli, SHIM } from './cli-process.js';
import { printed } from './printed.js';

const bin = mkdtempSync(join(tmpdir(), 'iterable-sync-bin-'));
const scripts = new Map<string, string>();

/** A shell finds the program by its name, as a user's does. */
const env = { PATH: `${bin}:${process.env['PATH'] ?? ''}` };

beforeAll(() => {
  const program = join(bin, 'iterable-sync');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${SHIM}" "$@"\n`);
  chmodSync(program, 0o755);
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { stdout, stderr, status } = spawnSync(program, ['completion', shell], {
      encoding: 'utf8',
    });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const path = join(bin, `completion.${shell}`);
    writeFileSync(path, stdout);
    scripts.set(shell, path);
  }
});

function folderWith(config: string, name = 'iterable-sync.config.yaml'): string {
  const folder = mkdtempSync(join(tmpdir(), 'iterable-sync-completion-'));
  writeFileSync(join(folder, name), config);
  return folder;
}

const SYNCS = `syncs:
  engagement: { builtIn: recent_engagement }
  orders: { sql: orders.sql, key: id, email: email }
`;

/** What bash offers for a line whose last word is being typed. */
function offered(line: readonly string[], folder = bin): string[] {
  const script = `
    source "$SCRIPT"
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
    _iterable_sync "$1"
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync(
    'bash',
    ['--norc', '--noprofile', '-c', script, 'bash', ...line],
    { cwd: folder, encoding: 'utf8', env: { ...env, SCRIPT: scripts.get('bash') } },
  );
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout.split('\n').filter((word) => word !== '');
}

describe('bash offers', () => {
  it('the commands, and those that begin so', () => {
    expect(offered(['iterable-sync', ''])).toEqual(
      expect.arrayContaining(['init', 'run', 'plan', 'completion', '--help', '--version']),
    );
    expect(offered(['iterable-sync', 'ru'])).toEqual(['run']);
  });

  it('the flags of the command, and no others', () => {
    expect(offered(['iterable-sync', 'run', '--de'])).toEqual(['--delivery', '--debug']);
    expect(offered(['iterable-sync', 'sandbox', '--de'])).toEqual(['--debug']);
    expect(offered(['iterable-sync', 'completion', '--sync'])).toEqual([]);
  });

  it('the words that a flag takes, after a blank and after an equals sign', () => {
    const words = ['auto', 'single', 'bulk'];
    expect(offered(['iterable-sync', 'run', '--delivery', ''])).toEqual(words);
    expect(offered(['iterable-sync', 'run', '--delivery', '='])).toEqual(words);
    expect(offered(['iterable-sync', 'run', '--delivery', '=', 'si'])).toEqual(['single']);
    expect(offered(['iterable-sync', 'init', '--format', ''])).toEqual(['yaml', 'ts', 'json']);
  });

  it('files where a flag takes one, blanks in their names and all', () => {
    const folder = folderWith('', 'my settings.env');
    expect(offered(['iterable-sync', 'run', '--dotenv', 'my'], folder)).toEqual([
      'my settings.env',
    ]);
  });

  it('nothing where only its writer knows what goes there', () => {
    expect(offered(['iterable-sync', 'run', '--limit', ''])).toEqual([]);
  });

  it('the shells', () => {
    expect(offered(['iterable-sync', 'completion', ''])).toEqual(
      expect.arrayContaining(['bash', 'zsh', 'fish']),
    );
  });

  it('the syncs of the folder', () => {
    const folder = folderWith(SYNCS);
    expect(offered(['iterable-sync', 'run', 'e'], folder)).toEqual(['engagement']);
    const all = offered(['iterable-sync', 'run', '--full', ''], folder);
    expect(all).toEqual(expect.arrayContaining(['engagement', 'orders', '--full']));
    expect(offered(['iterable-sync', 'demo', 'e'], folder)).toEqual([]);
  });

  it('names as they are: nothing in them is run', () => {
    const folder = folderWith(
      'syncs:\n  "$(touch ran)": &s { builtIn: recent_engagement }\n  "a b": *s\n  "`touch ran`": *s\n',
    );
    expect(offered(['iterable-sync', 'run', 'a'], folder)).toEqual(['a\\ b']);
    const all = offered(['iterable-sync', 'run', ''], folder);
    expect(all).toEqual(expect.arrayContaining(['\\$\\(touch\\ ran\\)', '\\`touch\\ ran\\`']));
    const { stdout } = spawnSync('ls', [folder], { encoding: 'utf8' });
    expect(stdout).toBe('iterable-sync.config.yaml\n');
  });
});

describe('names of syncs', () => {
  it.each([
    ['a file that is wrong', 'syncs: [', 'iterable-sync.config.yaml'],
    ['code that fails', 'throw new Error("no")', 'iterable-sync.config.ts'],
    ['no syncs', 'syncs: {}', 'iterable-sync.config.yaml'],
  ])('%s: none, and not a word', async (_, config, name) => {
    const folder = folderWith(config, name);
    const cli = await runCli(['completion', '--sync-names'], { folder });
    expect(cli).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
  });

  it('without a file: the built-in sync', async () => {
    const cli = await runCli(['completion', '--sync-names']);
    expect(cli).toMatchObject({ exitCode: 0, stdout: 'recent_engagement\n', stderr: '' });
  });
});

describe.each(['zsh', 'fish'])('the script for %s', (shell) => {
  const read = () => spawnSync('cat', [scripts.get(shell) ?? ''], { encoding: 'utf8' }).stdout;

  it('has each command with its flags, and the call for the names of syncs', () => {
    const text = read();
    const { commands } = createProgram(capturedIo().io, () => undefined);
    for (const command of commands) {
      expect(text).toMatch(new RegExp(`\\b${command.name()}\\b`));
      for (const { long } of command.createHelp().visibleOptions(command)) {
        expect(text).toContain(
          shell === 'fish' ? `-l ${(long ?? '').slice(2)} ` : `'${long ?? ''}`,
        );
      }
    }
    expect(text).toContain('completion --sync-names 2>/dev/null');
    expect(text).toContain('auto single bulk');
  });

  it('is one that the shell reads; where that is not there, each quote has its end', () => {
    const { error, status, stderr } = spawnSync(shell, ['-n', scripts.get(shell) ?? ''], {
      encoding: 'utf8',
    });
    if (error === undefined) {
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      return;
    }
    expect(error).toMatchObject({ code: 'ENOENT' });
    const escaped = shell === 'fish' ? /\\[\\']/g : /'\\''/g;
    for (const line of read()
      .split('\n')
      .filter((each) => !each.startsWith('#'))) {
      expect(line.replaceAll(escaped, '').split("'").length % 2, line).toBe(1);
    }
  });
});

describe('completion', () => {
  it('--json has the script, and nothing else is on stdout', async () => {
    const cli = await runCli(['completion', 'bash', '--json']);
    const result = printed<{ script: string }>('completion', cli);
    expect(result.script).toMatch(/^# Completion of iterable-sync in bash/);
  });

  it.each([
    [[], 'name the shell: bash, zsh, fish'],
    [['tcsh'], 'Allowed choices are bash, zsh, fish'],
  ])('with %j says which shells there are', async (argv, message) => {
    const cli = await runCli(['completion', ...argv]);
    expect(cli).toMatchObject({ exitCode: 2, stdout: '' });
    expect(cli.stderr).toContain(message);
  });
});
