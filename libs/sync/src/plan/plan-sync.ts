import { DistinctUsers } from '../checks/index.js';
import type { ComparedRow } from '../compare/compared-row.js';
import { compareRows } from '../compare/compare-rows.js';
import { IdSet } from '../ledger/id-set.js';
import { chooseDelivery } from '../run/choose-delivery.js';
import { fieldFindings } from '../run/field-findings.js';
import { readFieldTypes } from '../run/read-field-types.js';
import { resolveRunOptions } from '../run/resolve-run-options.js';
import type { RunSyncOptions } from '../run/run-options.js';
import { rowCheck } from '../run/row-check.js';
import { leastSeconds, planCalls } from './plan-calls.js';
import { PlanTally } from './plan-tally.js';
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
  const { sync, rows, client, ledger, select } = resolved;
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
  const compared = compareRows({
    sync,
    rows,
    ledger: reader,
    selection: select,
    seen,
    open,
    sameUser: (identity, print) => users.enter(identity, print),
    stopped: () => signal.aborted,
    sourceFailed: rethrow,
    ledgerFailed: rethrow,
  });
  for await (const chunk of compared) {
    // Of new keys that come twice, those far apart show in the run only.
    open.clear();
    for (const row of chunk) {
      const due = row.send.user || row.send.event;
      if (due && ahead.length < LOOK_AHEAD) ahead.push(row);
      tally.enter(due ? check(row) : row);
    }
  }
  signal.throwIfAborted();
  const { mode } = chooseDelivery(resolved, tally.due);
  const calls = planCalls(mode, tally.users, tally.events);
  const { createNewFields } = sync;
  const { notices, problem } = fieldFindings({ ahead, known, check, createNewFields });
  return Object.freeze({
    sync: sync.name,
    counts: tally.counts,
    changedFields: tally.changedFields,
    ...(reader && { gone: (await reader.count()) - seen.size }),
    delivery: mode,
    calls,
    seconds: leastSeconds(calls),
    refused: tally.refused,
    ...(problem !== undefined && { problem }),
    notices,
  });
}

function rethrow(error: unknown): never {
  throw error;
}
