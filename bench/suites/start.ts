import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, PROMISED } from '../lib/comparison.ts';
import { median, noise } from '../lib/statistics.ts';
import type { Measurement, Suite } from '../lib/suite.ts';

const SHIM = fileURLToPath(new URL('../../apps/cli/bin/iterable-sync.js', import.meta.url));
/** What is started, side by side. */
const STARTS: Readonly<Record<string, readonly string[]>> = {
  'node -e 0': ['-e', '0'],
  'iterable-sync --version': [SHIM, '--version'],
  'iterable-sync --help': [SHIM, '--help'],
  'iterable-sync run --help': [SHIM, 'run', '--help'],
  'iterable-sync completion bash': [SHIM, 'completion', 'bash'],
  'iterable-sync status, of an empty folder': [SHIM, 'status'],
  'iterable-sync failures, of an empty folder': [SHIM, 'failures'],
  'iterable-sync config': [SHIM, 'config'],
  'iterable-sync init --yes': [SHIM, 'init', '--yes', '--folder', tmpFolder('init')],
};
/** Nothing of this folder may change what a command does. */
const EMPTY = tmpFolder('start');
/** Settings that hold, for `config`; nobody is asked. */
const ENV = {
  DATABASE_URL: 'postgres://user:password@db.example.com/app',
  ITERABLE_API_KEY: 'bench-api-key-0123456789abcdef01',
};
const TIMES_A_ROUND = 5;
const PROMISED_MS = 60;

/** How long the command line takes to say something. */
export const suite: Suite = {
  name: 'start',
  title: 'milliseconds from the start of a process to its end, one after another in turns',
  run: ({ rounds }) => {
    const found = new Map<string, number[]>(Object.keys(STARTS).map((name) => [name, []]));
    for (let turn = 0; turn < rounds * TIMES_A_ROUND; turn += 1) {
      for (const [name, args] of Object.entries(STARTS)) {
        found.get(name)?.push(millisecondsOf(args));
      }
    }
    const bare = found.get('node -e 0') ?? [];
    const help = found.get('iterable-sync --help') ?? [];
    const more = help.map((milliseconds, turn) => milliseconds - (bare[turn] ?? Number.NaN));
    return Promise.resolve({
      measurements: [...found].map(([name, times]) => measurement(name, times)),
      comparisons: [
        compare({
          what: 'iterable-sync --help, more than bare Node',
          unit: 'ms',
          ours: [median(more)],
          other: PROMISED,
          theirs: PROMISED_MS,
          better: 'less',
          atLeast: 1,
        }),
      ],
      summary: [],
    });
  },
};

function millisecondsOf(args: readonly string[]): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'ignore',
    cwd: EMPTY,
    env: { ...process.env, ...ENV },
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return performance.now() - start;
}

function tmpFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `bench-${name}-`));
}

function measurement(subject: string, times: readonly number[]): Measurement {
  return { subject, setting: 'cold', figures: { ms: median(times) }, noise: noise(times) };
}
