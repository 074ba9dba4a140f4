import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The program as users call it. */
export const SHIM = join(import.meta.dirname, '../bin/iterable-sync.js');

/** The built program as a child process, in a folder of its own. */
export interface CliProcess {
  /** Its working folder. */
  readonly folder: string;
  /** What it wrote so far. */
  readonly written: { stdout: string; stderr: string };
  readonly done: Promise<CliEnd>;
  kill(signal: NodeJS.Signals): void;
  /** Reads no more of its stdout, as `| head` does. */
  closeStdout(): void;
  /** Resolves when a text shows up on its console. */
  shows(text: string): Promise<void>;
}

/** How the program ended, and all that it wrote. */
export interface CliEnd {
  /** `null` where a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
  readonly folder?: string;
}

/** Code that one process has compiled, for the next: up to a third of a start's time. */
export const COMPILED = { NODE_COMPILE_CACHE: join(tmpdir(), 'compiled') };

/** Starts the program. Its environment is what is given and nothing else that it looks at. */
export function startCli(argv: readonly string[], options: CliOptions = {}): CliProcess {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'iterable-sync-'));
  const child = spawn(process.execPath, [...(options.nodeOptions ?? []), SHIM, ...argv], {
    cwd: folder,
    env: { ...COMPILED, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  const watchers = new Set<() => void>();
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      written[stream] += text;
      for (const watch of watchers) watch();
    });
  }
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const done = new Promise<CliEnd>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, ...written }));
  });
  return {
    folder,
    written,
    done,
    kill: (signal) => void child.kill(signal),
    closeStdout: () => void child.stdout.destroy(),
    shows: (text) =>
      new Promise((resolve) => {
        const watch = (): void => {
          if (!`${written.stdout}${written.stderr}`.includes(text)) return;
          watchers.delete(watch);
          resolve();
        };
        watchers.add(watch);
        watch();
      }),
  };
}

/** Runs the program to its end. */
export async function runCli(argv: readonly string[], options: CliOptions = {}) {
  const cli = startCli(argv, options);
  return { folder: cli.folder, ...(await cli.done) };
}

/** The files of a folder whose name matches. */
export function filesIn(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name));
}

/** The one file of a folder whose name matches, as text. */
export function theFile(folder: string, pattern: RegExp): string {
  const [file, ...others] = filesIn(folder, pattern);
  if (file === undefined || others.length > 0) {
    throw new Error(`${folder} has ${String(others.length)} more files like ${String(pattern)}`);
  }
  return readFileSync(file, 'utf8');
}
