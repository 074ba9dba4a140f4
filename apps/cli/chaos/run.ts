import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgresServer } from '../../../tools/vitest/postgres-server.ts';
import { copyProgram } from './cli.ts';
import { makePlan } from './plan.ts';
import { runSeed, type Verdict } from './run-seed.ts';

/** `npm run chaos -- --seeds 1000 --from 1`: many seeds, two at a time; exit code 1 if any failed. */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    parallel: { type: 'string', default: '2' },
  },
});
const [seeds, from, parallel] = [values.seeds, values.from, values.parallel].map(Number);
if (![seeds, from, parallel].every((value) => Number.isSafeInteger(value) && Number(value) > 0)) {
  throw new TypeError('--seeds, --from and --parallel must be whole numbers from 1.');
}

const PROBLEMS_SHOWN = 8;
/** Characters of a plan; a storm is the same reply many times. */
const PLAN_SHOWN = 2000;

// An exit ends the server and what runs; a signal alone would leave them behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

await using stack = new AsyncDisposableStack();
const folder = mkdtempSync(join(tmpdir(), 'iterable-sync-program-'));
stack.defer(() => {
  rmSync(folder, { recursive: true, force: true });
});
const server = await startPostgresServer();
stack.defer(() => server.stop());
const ground = { databaseUrl: server.url, program: copyProgram(folder) };

const failed: number[] = [];
let next = from ?? 1;
const end = next + (seeds ?? 0);
let passed = 0;
await Promise.all(
  Array.from({ length: parallel ?? 1 }, async () => {
    while (next < end) {
      const seed = next;
      next += 1;
      tell(await runSeed(seed, ground).catch((error: unknown) => broken(seed, error)));
    }
  }),
);
console.log(`${passed} of ${passed + failed.length} seeds passed.`);
if (failed.length > 0) {
  console.log(`Failed: ${failed.sort((one, other) => one - other).join(', ')}`);
  process.exitCode = 1;
}

function tell({ seed, problems, runs }: Verdict): void {
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

function broken(seed: number, error: unknown): Verdict {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { seed, problems: [what], runs: [] };
}
