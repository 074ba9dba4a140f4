import type { FaultScript } from '@org/iterable-sandbox';
import { makeFaults, type Delivery } from './faults.ts';
import { Random } from './random.ts';

/** What is done to a run, and when: after so many requests, or so long after its start. */
export interface Blow {
  readonly what: 'SIGKILL' | 'SIGINT' | 'cut the database';
  readonly when: { readonly requests: number } | { readonly ms: number };
}

/** One run that meets trouble. */
export interface Step {
  /** What becomes of the data before it: some of them change, or go back to what they were. */
  readonly change: 'none' | 'some' | 'back';
  /** Whether faults that the run before has left are dropped. */
  readonly clearFaults: boolean;
  readonly faults: readonly FaultScript[];
  readonly blows: readonly Blow[];
  /** Time limit of one attempt, in milliseconds. */
  readonly timeoutMs: number;
}

/** All that a seed decides. */
export interface Plan {
  readonly seed: number;
  readonly rows: number;
  readonly delivery: Delivery;
  readonly jwt: boolean;
  readonly ledger: 'sqlite' | 'postgres';
  readonly steps: readonly Step[];
}

const MOST_RECORDS_OF_A_REQUEST = 1000;

/** Makes a plan; the same seed gives the same. */
export function makePlan(seed: number): Plan {
  const random = new Random(seed);
  const jwt = random.chance(0.25);
  const delivery: Delivery = jwt || random.chance(0.4) ? 'single' : 'bulk';
  const most = random.chance(0.7) ? 300 : delivery === 'single' ? 900 : 3000;
  const rows = random.int(50, most);
  return {
    seed,
    rows,
    delivery,
    jwt,
    ledger: random.chance(0.25) ? 'postgres' : 'sqlite',
    steps: Array.from({ length: random.int(1, 4) }, (_, index) => ({
      change: index === 0 ? 'none' : random.pick(['none', 'some', 'some', 'back']),
      clearFaults: random.chance(0.7),
      faults: makeFaults(random, delivery, rows),
      blows: makeBlows(random, requestsOf(delivery, rows)),
      timeoutMs: random.pick([30_000, 30_000, 1000]),
    })),
  };
}

/** Profiles and events, in requests. */
function requestsOf(delivery: Delivery, rows: number): number {
  return 2 * (delivery === 'single' ? rows : Math.ceil(rows / MOST_RECORDS_OF_A_REQUEST));
}

function makeBlows(random: Random, requests: number): Blow[] {
  const when = (): Blow['when'] =>
    random.chance(0.6)
      ? { requests: random.int(1, Math.min(requests, random.pick([3, 20, requests]))) }
      : { ms: random.int(150, 1800) };
  const one = (what: Blow['what']): Blow => ({ what, when: when() });
  const luck = random.next();
  if (luck < 0.45) return [one('SIGKILL')];
  if (luck < 0.6) return [one('SIGINT')];
  if (luck < 0.65) return [one('SIGINT'), one('SIGINT')];
  if (luck < 0.8) return [one('cut the database')];
  return [];
}
