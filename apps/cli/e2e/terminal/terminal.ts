import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { COMPILED, SHIM } from '../cli-process.js';

/** A program in a pseudo-terminal, and what its screen shows. */
export interface TerminalProcess {
  /** Its working folder. */
  readonly folder: string;
  readonly pid: number;
  /** All that was written, escape codes and all. */
  readonly raw: () => string;
  /** The lines on the screen and above it, as they look, without the empty ones at the end. */
  readonly lines: () => string[];
  readonly done: Promise<number>;
  /** Resolves with the lines once they are as they should be. */
  until(what: string, matches: (lines: readonly string[]) => boolean): Promise<string[]>;
  /** Resolves once a text is on the screen. */
  shows(text: string): Promise<string[]>;
  /** Types, as a person would: `\x03` is Ctrl-C. */
  type(text: string): void;
  resize(columns: number): void;
  /** Closes the window: the program gets SIGHUP, and nobody reads any more. */
  hangUp(): void;
}

export interface TerminalOptions {
  readonly env: Readonly<Record<string, string>>;
  /** @default 100 */
  readonly columns?: number;
  /** A shell command, which has the program as `cli`, in place of the arguments. */
  readonly shell?: string;
}

const ROWS = 40;

/** Starts the built program in a pseudo-terminal. Its environment is what is given, and a `TERM`. */
export function startInTerminal(
  argv: readonly string[],
  { env, columns = 100, shell }: TerminalOptions,
): TerminalProcess {
  const folder = mkdtempSync(join(tmpdir(), 'terminal-'));
  const screen = new xterm.Terminal({
    cols: columns,
    rows: ROWS,
    scrollback: 10_000,
    allowProposedApi: true,
  });
  const [file, args] = shell
    ? ['/bin/sh', ['-c', `cli() { "$NODE" "$SHIM" "$@"; }; ${shell}`]]
    : [process.execPath, [SHIM, ...argv]];
  const pty = spawn(file, args, {
    name: env['TERM'] ?? 'xterm-256color',
    cols: columns,
    rows: ROWS,
    cwd: folder,
    env: { PATH: process.env['PATH'], NODE: process.execPath, SHIM, ...COMPILED, ...env },
  });
  let raw = '';
  const watchers = new Set<() => void>();
  pty.onData((text) => {
    raw += text;
    screen.write(text, () => {
      for (const watch of watchers) watch();
    });
  });
  const done = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      // What was written last is drawn first.
      screen.write('', () => resolve(signal ? 128 + signal : exitCode));
    });
  });
  let ended = false;
  void done.then(() => (ended = true));
  onTestFinished(() => {
    if (!ended) pty.kill('SIGKILL');
  });

  const lines = (): string[] => linesOf(screen);
  const until: TerminalProcess['until'] = (what, matches) =>
    new Promise((resolve, reject) => {
      const watch = (): void => {
        const shown = lines();
        if (!matches(shown)) return;
        watchers.delete(watch);
        resolve(shown);
      };
      watchers.add(watch);
      void done.then(() => {
        watch();
        if (watchers.delete(watch)) {
          reject(new Error(`It ended without ${what}. It showed:\n${lines().join('\n')}`));
        }
      });
      watch();
    });
  return {
    folder,
    pid: pty.pid,
    raw: () => raw,
    lines,
    done,
    until,
    shows: (text) => until(`«${text}»`, (shown) => shown.join('\n').includes(text)),
    type: (text) => pty.write(text),
    resize: (to) => {
      // The terminal first: by the time the program hears of it, it has broken its lines anew.
      screen.resize(to, ROWS);
      pty.resize(to, ROWS);
    },
    // Its types leave it out.
    hangUp: () => (pty as unknown as { destroy(): void }).destroy(),
  };
}

function linesOf({ buffer: { active } }: InstanceType<typeof xterm.Terminal>): string[] {
  const all = Array.from(
    { length: active.length },
    (_, row) => active.getLine(row)?.translateToString(true) ?? '',
  );
  return all.slice(0, all.findLastIndex((line) => line !== '') + 1);
}
