import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCli, type Cli } from './cli.ts';
import type { Blow, Step } from './plan.ts';
import type { World } from './world.ts';

/** What is read of a results file. */
export interface Results {
  readonly exitCode: number;
  readonly run: number | null;
  readonly counts: Readonly<Record<Outcome | 'rows', number>>;
  readonly csv: { readonly rows: number };
  /** Rows that left the query; null where the run could not tell. */
  readonly gone: { readonly rows: number } | null;
  readonly stopped: { readonly reason: string } | null;
  readonly notices: readonly { readonly code: string }[];
  readonly failures: readonly object[];
  readonly failuresOmitted: number;
}

export type Outcome = 'delivered' | 'partial' | 'failed' | 'unchanged' | 'skipped' | 'notAttempted';

/** A run of the program, from its start to its end. */
export interface Run {
  /** Null where it was killed. */
  readonly exitCode: number | null;
  /** The last that it wrote on its console. */
  readonly tail: string;
  /** Absent where it left none. */
  readonly results?: Results;
}

/** Longer than any run of a plan takes on a machine that has time for it. */
const LONGEST_MS = 600_000;
/** So often is it looked whether the moment of a blow has come, in milliseconds. */
const LOOK_MS = 2;

/** Runs the program once. */
export async function runOnce(
  world: World,
  { blows, timeoutMs }: Pick<Step, 'blows' | 'timeoutMs'>,
): Promise<Run> {
  const { plan, program, database } = world;
  const before = new Set(resultsFiles(world.folder));
  const limits = ['--max-attempts', '3', '--timeout-ms', String(timeoutMs)];
  const cli = startCli(program, ['run', '--delivery', plan.delivery, ...limits], world);
  const endBlows = strike(cli, world, blows);
  const end = await inTime(cli);
  await endBlows();
  await database.quiet();
  const [file, ...more] = resultsFiles(world.folder).filter((name) => !before.has(name));
  if (more.length > 0) throw new Error('a run left more than one results file');
  if (file === undefined) return end;
  const text = readFileSync(join(world.folder, file), 'utf8');
  return { ...end, results: JSON.parse(text) as Results };
}

/** The end of the program; one that does not come must not hold up all other seeds. */
async function inTime(cli: Cli): Promise<Run> {
  const late = setTimeout(() => cli.kill('SIGKILL'), LONGEST_MS);
  const started = Date.now();
  const end = await cli.done;
  clearTimeout(late);
  if (Date.now() - started < LONGEST_MS) return end;
  throw new Error(`the program did not end within ${LONGEST_MS / 1000} s: ${end.tail}`);
}

/** Strikes when the time has come; gives what ends it. */
function strike(cli: Cli, world: World, blows: readonly Blow[]): () => Promise<void> {
  const started = Date.now();
  const seen = requestsOf(world);
  const cuts: Promise<void>[] = [];
  let waiting = [...blows];
  const timer = setInterval(() => {
    if (waiting.length === 0) return clearInterval(timer);
    const requests = requestsOf(world) - seen;
    const isDue = ({ when }: Blow): boolean =>
      'ms' in when ? Date.now() - started >= when.ms : requests >= when.requests;
    const due = waiting.filter(isDue);
    waiting = waiting.filter((blow) => !due.includes(blow));
    for (const { what } of due) {
      if (what === 'cut the database') cuts.push(world.database.cut());
      else cli.kill(what);
    }
  }, LOOK_MS);
  return async () => {
    clearInterval(timer);
    await Promise.all(cuts);
  };
}

/** Requests that the sandbox has answered, or left without an answer. */
export function requestsOf({ sandbox }: Pick<World, 'sandbox'>): number {
  const counts = Object.values(sandbox.requestCounts).flatMap((each) => Object.values(each));
  return counts.reduce((sum, count) => sum + count, 0);
}

function resultsFiles(folder: string): string[] {
  return readdirSync(folder).filter((name) => /^integration_results_.*\.json$/.test(name));
}
