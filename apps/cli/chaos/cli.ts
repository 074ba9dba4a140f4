import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';

const ROOM = join(import.meta.dirname, '..');

/** A process of the built program. */
export interface Cli {
  readonly done: Promise<{ readonly exitCode: number | null; readonly tail: string }>;
  kill(signal: NodeJS.Signals): void;
}

/** Copies the built program, so that a build in the meantime disturbs no run. Gives its path. */
export function copyProgram(folder: string): string {
  for (const part of ['bin', 'dist', 'package.json']) {
    cpSync(join(ROOM, part), join(folder, part), { recursive: true });
  }
  return join(folder, 'bin', 'iterable-sync.js');
}

/**
 * Starts the program. Its environment is what is given, and a cache of compiled code beside it: a sixth
 * of the time of its start.
 */
export function startCli(
  program: string,
  argv: readonly string[],
  { folder, env }: { readonly folder: string; readonly env: Readonly<Record<string, string>> },
): Cli {
  const child = spawn(process.execPath, [program, ...argv], {
    cwd: folder,
    env: { ...env, NODE_COMPILE_CACHE: join(program, '..', '..', 'compiled') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const last = (): void => void child.kill('SIGKILL');
  process.once('exit', last);
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      tail = (tail + text).slice(-2000);
    });
  }
  const done = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).then((exitCode) => {
    process.off('exit', last);
    return { exitCode, tail };
  });
  return { done, kill: (signal) => void child.kill(signal) };
}
