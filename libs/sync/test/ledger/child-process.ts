import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A process with a ledger of its own. */
export interface Child extends AsyncDisposable {
  readonly pid: number;
  /** Resolves once it has done what it was to do before it is killed. */
  readonly ready: Promise<void>;
  /** Ends it as `kill -9` does, and resolves when it is gone. */
  kill(): Promise<void>;
  /** Its exit code, and what it said on stderr. */
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

/** What `child.ts` can do. */
export type Task = 'open' | 'open without rights' | 'hold' | 'rewrite';

export function startChild(url: string, task: Task): Child {
  const folder = import.meta.dirname;
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      `--import=${join(folder, 'resolve-typescript.mjs')}`,
      join(folder, 'child.ts'),
      url,
      task,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<{ code: number | null; stderr: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, stderr }));
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    void ended.then(() => reject(new Error(`the child ended: ${stderr}`)));
  });
  ready.catch(() => undefined);
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  return { pid: child.pid ?? 0, ready, kill, ended, [Symbol.asyncDispose]: kill };
}
