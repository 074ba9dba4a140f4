import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { WORKSPACE } from '../packages/published-projects.ts';

/** A copy of this workspace as it lies on the disk, in a repository of its own with one commit. */
export interface WorkspaceCopy extends Disposable {
  readonly folder: string;
  git(...args: readonly string[]): string;
  /** Runs a program that npm installed, and gives what it printed. */
  run(program: string, args: readonly string[]): string;
  /** Puts a shell script in the place of a program that tasks call. */
  replaceProgram(name: string, script: string): void;
}

/** Copies the workspace: sources by value, what npm installed as links. */
export function copyWorkspace(): WorkspaceCopy {
  const folder = mkdtempSync(join(tmpdir(), 'workspace-'));
  const files = run(WORKSPACE, 'git', [
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
  ]);
  for (const path of files
    .split('\0')
    .filter((path) => path && existsSync(join(WORKSPACE, path)))) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    copyFileSync(join(WORKSPACE, path), join(folder, path));
  }
  linkModules(join(WORKSPACE, 'node_modules'), join(folder, 'node_modules'));
  const git = (...args: readonly string[]): string => run(folder, 'git', args);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Test');
  git('config', 'user.email', 'test@example.com');
  git('add', '--all');
  git('commit', '--quiet', '--message=chore: begin');
  return {
    folder,
    git,
    run: (program, args) => run(folder, join(folder, 'node_modules/.bin', program), args),
    replaceProgram: (name, script) => {
      const path = join(folder, 'node_modules/.bin', name);
      rmSync(path);
      writeFileSync(path, `#!/bin/sh\n${script}\n`);
      chmodSync(path, 0o755);
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Links each package, so that those of this workspace can be the copy's own. */
function linkModules(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.name === '.bin' || entry.name === '@org') linkModules(source, target);
    else symlinkSync(source, target);
  }
}

function run(cwd: string, program: string, args: readonly string[]): string {
  const output = execFileSync(program, args, {
    cwd,
    encoding: 'utf8',
    // In one process Nx reads the workspace four times as fast.
    env: { ...process.env, NX_TUI: 'false', NX_ISOLATE_PLUGINS: 'false' },
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return stripVTControlCharacters(output);
}
