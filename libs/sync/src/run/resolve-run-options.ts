import { setImmediate as turn, setTimeout as timer } from 'node:timers/promises';
import { createRowChecks } from '../checks/index.js';
import { defineSync } from '../define-sync.js';
import { suggestion } from '../mapping/nearest-name.js';
import { bulkProblem } from './choose-delivery.js';
import type { Guards, ResolvedRunOptions, RunSyncOptions } from './run-options.js';

const OPTIONS: Readonly<Record<keyof RunSyncOptions<unknown>, true>> = {
  sync: true,
  rows: true,
  client: true,
  ledger: true,
  select: true,
  delivery: true,
  bulkFrom: true,
  batchSize: true,
  limit: true,
  gone: true,
  guards: true,
  projectType: true,
  allowReserved: true,
  fieldTypes: true,
  strictFields: true,
  total: true,
  concurrency: true,
  keptFailures: true,
  outageThreshold: true,
  stop: true,
  signal: true,
  onEvent: true,
  now: true,
  sleep: true,
};

const GUARDS: Readonly<Record<keyof Guards, true>> = {
  maxFailures: true,
  maxChangedPercent: true,
  allowEmpty: true,
};

/** @throws TypeError for an unknown option, a value out of range, or options that don't go together */
export function resolveRunOptions<Row>(options: RunSyncOptions<Row>): ResolvedRunOptions<Row> {
  refuseUnknown('option', options, OPTIONS);
  defineSync(options.sync);
  if (typeof options.rows?.[Symbol.asyncIterator] !== 'function') {
    refuse(`rows must be async-iterable; received ${typeof options.rows}`);
  }
  const { users, events } = options.client ?? {};
  if (typeof users?.update !== 'function' || typeof events?.track !== 'function') {
    refuse('client must have users.update and events.track');
  }
  const resolved: ResolvedRunOptions<Row> = {
    ...options,
    select: oneOf('select', options.select ?? 'changed', ['changed', 'all', 'failed']),
    delivery: oneOf('delivery', options.delivery ?? 'auto', ['auto', 'single', 'bulk']),
    bulkFrom: wholeNumber('bulkFrom', options.bulkFrom ?? 500, 1),
    batchSize: wholeNumber('batchSize', options.batchSize ?? 1000, 1, 1000),
    gone: options.gone ?? 'report',
    guards: options.guards ?? {},
    fieldTypes: options.fieldTypes ?? 'ask',
    strictFields: options.strictFields ?? false,
    concurrency: wholeNumber('concurrency', options.concurrency ?? 100, 1),
    keptFailures: wholeNumber('keptFailures', options.keptFailures ?? 1000, 0),
    outageThreshold: wholeNumber('outageThreshold', options.outageThreshold ?? 10, 1),
    now: options.now ?? Date.now,
    sleep: options.sleep ?? sleep,
  };
  const { projectType, allowReserved } = options;
  createRowChecks({ projectType, allowReserved });
  if (options.total !== undefined) wholeNumber('total', options.total, 0);
  if (options.limit !== undefined) wholeNumber('limit', options.limit, 1);
  checkGuards(resolved);
  checkTogether(resolved);
  return Object.freeze(resolved);
}

function checkGuards<Row>({ guards, rows, ledger }: ResolvedRunOptions<Row>): void {
  refuseUnknown('guard', guards, GUARDS);
  const { maxFailures, maxChangedPercent } = guards;
  if (maxFailures !== undefined) wholeNumber('guards.maxFailures', maxFailures, 0);
  if (maxChangedPercent === undefined) return;
  if (!(maxChangedPercent >= 0 && maxChangedPercent <= 100)) {
    refuse(`guards.maxChangedPercent must be from 0 to 100; received ${String(maxChangedPercent)}`);
  }
  if (!ledger) refuse('guards.maxChangedPercent needs a ledger');
  if ((rows[Symbol.asyncIterator]() as unknown) === rows) {
    refuse(
      'guards.maxChangedPercent reads the rows twice, and these can be read once only; ' +
        'give an iterable that starts anew each time instead of a generator',
    );
  }
}

function checkTogether<Row>(options: ResolvedRunOptions<Row>): void {
  const { delivery, client, select, ledger, gone, strictFields } = options;
  const alone = delivery === 'single' ? 'delivery is single' : bulkProblem(client);
  if (strictFields && alone !== undefined) {
    refuse(
      `strictFields needs bulk delivery, whose replies tell the fields that were dropped: ${alone}`,
    );
  }
  const problem = delivery === 'bulk' ? bulkProblem(client) : undefined;
  if (problem !== undefined) {
    refuse(`delivery can't be bulk: ${problem}; use single or auto`);
  }
  if (select === 'failed' && !ledger)
    refuse('select: failed needs a ledger that knows what failed');
  if (gone === 'report' || gone === 'ignore') return;
  if (!ledger) refuse('gone needs a ledger that knows which rows there were');
  const asked: { event?: unknown; unsubscribe?: { listId?: unknown } } = gone;
  const event = typeof asked.event === 'function';
  const unsubscribe = Number.isSafeInteger(asked.unsubscribe?.listId);
  if (event === unsubscribe) {
    refuse(
      'gone must be "report", "ignore", { event: (row) => … } or { unsubscribe: { listId } }; ' +
        `received ${typeof gone === 'string' ? JSON.stringify(gone) : typeof gone}`,
    );
  }
  if (unsubscribe && !client.lists) refuse('gone: unsubscribe needs a client with lists');
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<unknown> {
  return milliseconds > 0
    ? timer(milliseconds, undefined, { signal })
    : turn(undefined, { signal });
}

function refuse(problem: string): never {
  throw new TypeError(`runSync: ${problem}`);
}

function refuseUnknown(kind: string, given: object, known: object): void {
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(known, name)) continue;
    refuse(`unknown ${kind} ${name}${suggestion(name, Object.keys(known))}`);
  }
}

function oneOf<Value extends string>(name: string, value: Value, known: readonly Value[]): Value {
  if (known.includes(value)) return value;
  return refuse(`${name} must be ${known.join(', ')}; received ${String(value)}`);
}

function wholeNumber(name: string, value: number, least: number, most = Infinity): number {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  const range = most === Infinity ? `${String(least)} on` : `${String(least)} to ${String(most)}`;
  return refuse(`${name} must be a whole number from ${range}; received ${String(value)}`);
}
