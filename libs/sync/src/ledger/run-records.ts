import type { Kysely, Selectable } from 'kysely';
import type { RowCounts } from '../account.js';
import type { StopReason } from '../sync-event.js';
import type { Backend, KnownSync } from './backend.js';
import type { NewRun, RunEnd, RunRecord } from './ledger.js';
import type { LedgerSchema, RunsTable } from './schema.js';
import { decodeText, encodeText } from './text.js';

/** The process that a run is of. */
export interface RunProcess {
  readonly pid: number;
  readonly host: string;
}

type RunRow = Selectable<RunsTable> & { readonly name: string };

/** Enters that a run begins, and gives its number. */
export async function enterRun(
  db: Kysely<LedgerSchema>,
  sync: KnownSync,
  run: NewRun & RunProcess,
): Promise<number> {
  const { id } = await db
    .insertInto('sync_ledger_runs')
    .values({
      sync_id: sync.id,
      started_at: run.startedAt,
      pid: run.pid,
      host: encodeText(run.host),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function enterEnd(
  db: Kysely<LedgerSchema>,
  run: number,
  { finishedAt, counts, stopped }: RunEnd,
): Promise<void> {
  await db
    .updateTable('sync_ledger_runs')
    .set({
      finished_at: finishedAt,
      counts: JSON.stringify(counts),
      stop_reason: stopped?.reason ?? null,
      stop_detail: stopped ? encodeText(stopped.detail) : null,
    })
    .where('id', '=', run)
    .execute();
}

/** The last run of a sync, whether or not it goes on. */
export async function lastRun(
  db: Kysely<LedgerSchema>,
  sync: KnownSync,
): Promise<RunRecord | undefined> {
  const row = await runs(db, { sync: sync.id, limit: 1 }).executeTakeFirst();
  return row && recordOfRow(row, false);
}

/**
 * The runs, the newest first. They are read twice around the question who holds a lock: a run that ends
 * in between was not killed.
 */
export async function listRuns(
  { db, held }: Pick<Backend, 'db' | 'held'>,
  options: { readonly sync?: number; readonly limit: number },
): Promise<RunRecord[]> {
  const before = await runs(db, options).execute();
  const open = newestOpen(before);
  if (open.length === 0) return before.map((row) => recordOfRow(row, false));
  const locked = await held(open.map((row) => ({ id: row.sync_id, name: row.name })));
  const rows = await runs(db, options).execute();
  const running = new Set(
    newestOpen(rows)
      .filter((row) => locked.has(row.sync_id))
      .map(({ id }) => id),
  );
  return rows.map((row) => recordOfRow(row, running.has(row.id)));
}

/** Of each sync the newest run, where it has no end: older ones without an end were killed. */
function newestOpen(rows: readonly RunRow[]): RunRow[] {
  const newest = new Map<number, RunRow>();
  for (const row of rows) if (!newest.has(row.sync_id)) newest.set(row.sync_id, row);
  return [...newest.values()].filter((row) => row.finished_at === null);
}

function runs(
  db: Kysely<LedgerSchema>,
  { sync, limit }: { readonly sync?: number; readonly limit: number },
) {
  return db
    .selectFrom('sync_ledger_runs as run')
    .innerJoin('sync_ledger_syncs as sync', 'sync.id', 'run.sync_id')
    .selectAll('run')
    .select('sync.name')
    .$if(sync !== undefined, (query) => query.where('run.sync_id', '=', sync ?? 0))
    .orderBy('run.id', 'desc')
    .limit(limit);
}

function recordOfRow(row: RunRow, running: boolean): RunRecord {
  const end = endOfRow(row);
  return {
    id: row.id,
    sync: decodeText(row.name),
    startedAt: row.started_at,
    pid: row.pid,
    host: decodeText(row.host),
    running,
    ...(end ? { end } : {}),
  };
}

function endOfRow(row: RunRow): RunEnd | undefined {
  if (row.finished_at === null || row.counts === null) return undefined;
  const counts = JSON.parse(row.counts) as RowCounts;
  if (row.stop_reason === null) return { finishedAt: row.finished_at, counts };
  const reason = row.stop_reason as StopReason;
  const detail = decodeText(row.stop_detail ?? '');
  return { finishedAt: row.finished_at, counts, stopped: { reason, detail } };
}
