import { DistinctUsers } from '../checks/index.js';
import type { ComparedRow } from '../compare/compared-row.js';
import { compareRows, type Comparison } from '../compare/compare-rows.js';
import { IdSet } from '../ledger/id-set.js';
import { chooseDelivery } from '../run/choose-delivery.js';
import { fieldFindings } from '../run/field-findings.js';
import { readFieldTypes } from '../run/read-field-types.js';
import { changedTooMuch } from '../run/guards.js';
import { resolveRunOptions } from '../run/resolve-run-options.js';
import type { RunSyncOptions } from '../run/run-options.js';
import { rowCheck } from '../run/row-check.js';
import { leastSeconds, planCalls } from './plan-calls.js';
import { PlanTally } from './plan-tally.js';
import { foreseenEnd } from './foreseen-end.js';
import type { SyncPlan } from './sync-plan.js';

/** What {@link planSync} takes: options of {@link runSync} that a plan has a use for. */
export type PlanSyncOptions<Row> = Pick<
  RunSyncOptions<Row>,
  | 'sync'
  | 'rows'
  | 'client'
  | 'ledger'
  | 'select'
  | 'delivery'
  | 'bulkFrom'
  | 'strictFields'
  | 'guards'
  | 'projectType'
  | 'allowReserved'
  | 'fieldTypes'
  | 'signal'
>;

const OPTIONS: Readonly<Record<keyof PlanSyncOptions<unknown>, true>> = {
  sync: true,
  rows: true,
  client: true,
  ledger: true,
  select: true,
  delivery: true,
  bulkFrom: true,
  strictFields: true,
  guards: true,
  projectType: true,
  allowReserved: true,
  fieldTypes: true,
  signal: true,
};

/** Due rows that are looked at together, to see whether a whole column is wrong; as a run does. */
const LOOK_AHEAD = 500;

/**
 * Says what {@link runSync} would do with these rows: how many are new, changed (and in which fields),
 * unchanged, refused or gone, and the calls and the time that it takes. Sends nothing and writes
 * nothing; asks Iterable for the types of its fields, unless told otherwise. Takes no lock.
 *
 * @throws TypeError for an option that is unknown, out of range or without use here
 * @throws what the source or the ledger throws
 */
export async function planSync<Row>(options: PlanSyncOptions<Row>): Promise<SyncPlan> {
  for (const name of Object.keys(options)) {
    if (!Object.hasOwn(OPTIONS, name)) throw new TypeError(`planSync: unknown option ${name}`);
  }
  const resolved = resolveRunOptions(options);
  const { sync, rows, client, ledger, select, guards } = resolved;
  const { signal = new AbortController().signal } = resolved;
  signal.throwIfAborted();
  const known = await readFieldTypes(resolved.fieldTypes, client, signal);
  const check = rowCheck(resolved, known.types);
  const reader = ledger?.read(sync.name);
  const seen = new IdSet();
  const open = new Set<string>();
  const users = new DistinctUsers();
  const tally = new PlanTally();
  const ahead: ComparedRow[] = [];
  let due = 0;
  const comparison: SharedComparison<Row> = {
    sync,
    rows,
    ledger: reader,
    selection: select,
    stopped: () => signal.aborted,
    sourceFailed: rethrow,
    ledgerFailed: rethrow,
  };
  const sameUser: Comparison<Row>['sameUser'] = (identity, print) => users.enter(identity, print);
  for await (const chunk of compareRows({ ...comparison, seen, open, sameUser })) {
    // Of new keys that come twice, those far apart show in the run only.
    open.clear();
    for (const row of chunk) {
      const isDue = row.send.user || row.send.event;
      if (isDue && (due += 1) <= LOOK_AHEAD) ahead.push(row);
      tally.enter(isDue ? check(row) : row);
    }
  }
  const changed = await changedProblem(comparison, guards.maxChangedPercent);
  signal.throwIfAborted();
  const { mode, why } = chooseDelivery(resolved, due);
  const calls = planCalls(mode, tally.users, tally.events);
  const { createNewFields } = sync;
  const { notices, problem } = fieldFindings({ ahead, known, check, createNewFields });
  const ledgerRows = await reader?.count();
  const { counts, partlyRefused } = tally;
  const stopped = foreseenEnd({
    guards,
    select,
    rows: counts.rows,
    known: ledgerRows,
    refused: counts.refused + partlyRefused,
    changed,
    fields: problem,
  });
  return Object.freeze({
    sync: sync.name,
    counts,
    changedFields: tally.changedFields,
    ...(ledgerRows !== undefined && { gone: ledgerRows - seen.size }),
    delivery: mode,
    deliveryReason: why,
    calls,
    seconds: leastSeconds(calls),
    refused: tally.refused,
    refusedCodes: tally.refusedCodes,
    partlyRefused,
    ...(stopped && { stopped }),
    notices,
  });
}

/** What comparing has in common whenever the rows are read. */
type SharedComparison<Row> = Omit<Comparison<Row>, 'seen' | 'open' | 'sameUser'>;

/** Reads the rows once more, as the run does that must not change too much. */
async function changedProblem<Row>(
  comparison: SharedComparison<Row>,
  mostPercent: number | undefined,
): Promise<string | undefined> {
  const { ledger } = comparison;
  if (!ledger || mostPercent === undefined) return undefined;
  const anew = { seen: new IdSet(), open: new Set<string>(), sameUser: () => 'new' as const };
  const { problem } = await changedTooMuch({ ...comparison, ...anew }, ledger, mostPercent);
  return problem;
}

function rethrow(error: unknown): never {
  throw error;
}
