import { isDeepStrictEqual } from 'node:util';
import { checkEnd } from './check-end.ts';
import { checkLedger, checkNothingLost, checkResults } from './check-run.ts';
import { readLedger } from './ledger-entries.ts';
import { makePlan } from './plan.ts';
import { Random } from './random.ts';
import { requestsOf, runOnce, type Run } from './run-once.ts';
import { createWorld, type Ground, type World } from './world.ts';

/** What became of a seed. */
export interface Verdict {
  readonly seed: number;
  /** Empty where it passed. */
  readonly problems: readonly string[];
  /** Exit codes of its runs, in words. */
  readonly runs: readonly string[];
}

const CALM = { blows: [], timeoutMs: 30_000 };
/** Other than the plan's, so that what changes does not depend on how the plan is made. */
const CHANGES = 1_000_003;

/** Takes a seed through its trouble, and checks every run and the end. */
export async function runSeed(seed: number, ground: Ground): Promise<Verdict> {
  const plan = makePlan(seed);
  await using world = await createWorld(plan, ground, `chaos_${process.pid}_${seed}`);
  const { people, sandbox, database } = world;
  const random = new Random(seed + CHANGES);
  const log: Log = { problems: [], runs: [], since: 0 };
  for (const step of plan.steps) {
    if (step.clearFaults) sandbox.faults.clear();
    for (const script of step.faults) sandbox.faults.add(script);
    if (step.change !== 'none') {
      log.since = (await readLedger(world.ledgerUrl, people)).lastRun?.id ?? 0;
      if (step.change === 'back') people.goBack(random);
      else people.change(random);
      await database.write(people, world.base);
    }
    await checkedRun(world, step, log);
  }
  sandbox.faults.clear();
  const calm = await checkedRun(world, CALM, log);
  if (calm.exitCode !== 0) {
    log.problems.push(`a run without trouble ended with ${String(calm.exitCode)}: ${calm.tail}`);
  }
  const requests = requestsOf(world);
  const last = await checkedRun(world, CALM, log);
  const sent = requestsOf(world) - requests;
  const ledger = await readLedger(world.ledgerUrl, people);
  const told = [sent, last.results?.counts.unchanged, last.results?.gone?.rows];
  const { length } = people.present;
  if (!isDeepStrictEqual(told, [0, length, 0])) {
    log.problems.push(`nothing to do, and requests, unchanged, gone were ${told.join(', ')}`);
  }
  log.problems.push(...checkEnd(world, ledger));
  return { seed, problems: log.problems, runs: log.runs };
}

interface Log {
  readonly problems: string[];
  readonly runs: string[];
  /** The last run before the data changed. */
  since: number;
}

async function checkedRun(
  world: World,
  step: Parameters<typeof runOnce>[1],
  log: Log,
): Promise<Run> {
  const run = await runOnce(world, step);
  log.runs.push(String(run.exitCode ?? 'killed'));
  const problems = checkResults(run, world.people.present.length);
  if (run.results?.run != null) {
    const ledger = await readLedger(world.ledgerUrl, world.people);
    problems.push(...checkLedger(run.results, ledger));
    problems.push(...checkNothingLost(world, ledger, log.since));
  }
  log.problems.push(...problems.map((problem) => `run ${log.runs.length}: ${problem}`));
  return run;
}
