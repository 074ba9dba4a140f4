import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgresServer } from '../../../tools/vitest/postgres-server.ts';
import { copyProgram } from './cli.ts';
import { makePlan } from './plan.ts';
import { runSeed, type Verdict } from './run-seed.ts';

/**
 * `npm run chaos -- --seeds 1000 --from 1 --jobs 4`: many seeds, some side by side; exit code 1 if any
 * failed. Most of a seed's time is waiting, so more jobs than cores are of use.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    jobs: { type: 'string', default: String(2 * availableParallelism()) },
  },
});
const [seeds, from, jobs] = [values.seeds, values.from, values.jobs].map((text) => {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new TypeError(`--seeds, --from and --jobs must be whole numbers from 1; received ${text}.`);
}) as [number, number, number];

const PROBLEMS_SHOWN = 8;
/** Characters of a plan; a storm is the same reply many times. */
const PLAN_SHOWN = 2000;

/** Connections of a run and of the harness beside it, with room. */
const CONNECTIONS_OF_A_JOB = 10;

const started = performance.now();
const failed: number[] = [];
const ends = new Map<string, number>();
let next = from;
let passed = 0;
// An exit ends the server and what runs; a signal alone would leave them behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    summarise();
    process.exit(130);
  });
}
await using stack = new AsyncDisposableStack();
const folder = mkdtempSync(join(tmpdir(), 'iterable-sync-program-'));
stack.defer(() => {
  rmSync(folder, { recursive: true, force: true });
});
const server = await startPostgresServer({
  settings: { max_connections: String(20 + jobs * CONNECTIONS_OF_A_JOB) },
});
stack.defer(() => server.stop());
const ground = { databaseUrl: server.url, program: copyProgram(folder) };

await Promise.all(Array.from({ length: jobs }, work));
summarise();
if (failed.length > 0) process.exitCode = 1;

async function work(): Promise<void> {
  while (next < from + seeds) {
    const seed = next;
    next += 1;
    tell(await runSeed(seed, ground).catch((error: unknown) => broken(seed, error)));
  }
}

function tell({ seed, problems, runs }: Verdict): void {
  for (const end of runs) ends.set(end, (ends.get(end) ?? 0) + 1);
  if (problems.length === 0) {
    passed += 1;
    if (passed % 25 === 0) console.log(`${passed} passed`);
    return;
  }
  failed.push(seed);
  console.log(`✗ seed ${seed}: runs ended with ${runs.join(', ')}`);
  for (const problem of problems.slice(0, PROBLEMS_SHOWN)) console.log(`  ${problem}`);
  if (problems.length > PROBLEMS_SHOWN) {
    console.log(`  and ${problems.length - PROBLEMS_SHOWN} more`);
  }
  console.log(`  plan: ${JSON.stringify(makePlan(seed)).slice(0, PLAN_SHOWN)}`);
  console.log(`  again: npm run chaos -- --from ${seed} --seeds 1`);
}

function summarise(): void {
  const hours = (performance.now() - started) / 3_600_000;
  const done = passed + failed.length;
  const runs = [...ends].sort(([one], [other]) => one.localeCompare(other));
  console.log(
    `${passed} of ${done} seeds passed (${from} to ${next - 1}), ${Math.round(done / hours)} an hour. ` +
      `Runs by how they ended: ${runs.map(([end, count]) => `${end} × ${count}`).join(', ')}.`,
  );
  if (failed.length === 0) return;
  console.log(`Failed: ${failed.sort((one, other) => one - other).join(', ')}`);
}

function broken(seed: number, error: unknown): Verdict {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { seed, problems: [what], runs: [] };
}
