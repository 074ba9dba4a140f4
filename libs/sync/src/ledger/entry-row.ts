import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { BulkType } from './backend.js';
import type { LedgerEntry, LedgerPart, LedgerResult, LedgerWrite } from './ledger.js';
import { numberOfOutcome, outcomeOfNumber } from './outcomes.js';
import type { EntriesTable } from './schema.js';
import { decodeText, encodeText, indexedKey } from './text.js';

/** An entry as it is read. */
export type EntryRow = Omit<Selectable<EntriesTable>, 'sync_id'>;

/** The columns that make up an entry. */
export const ENTRY_COLUMNS: readonly (keyof EntryRow)[] = [
  'id',
  'key',
  'long_key',
  'run_id',
  'outcome',
  'gone',
  'identity',
  'fields',
  'user_hash',
  'user_note',
  'event_hash',
  'event_note',
];

/** The columns that a write brings along, with their types; the others are the same for all of it. */
export const WRITE_COLUMNS: Readonly<Record<keyof WriteRow, BulkType>> = {
  key: 'text',
  long_key: 'text',
  outcome: 'smallint',
  identity: 'text',
  fields: 'text',
  user_hash: 'text',
  user_note: 'text',
  event_hash: 'text',
  event_note: 'text',
};

/** What a write brings along. */
export type WriteRow = Omit<Selectable<EntriesTable>, 'id' | 'sync_id' | 'run_id' | 'gone'>;

/** What a result brings along. */
export type ResultRow = Pick<
  Selectable<EntriesTable>,
  'id' | 'outcome' | 'user_hash' | 'user_note' | 'event_hash' | 'event_note'
>;

/** The columns that a result brings along, with their types. */
export const RESULT_COLUMNS: Readonly<Record<keyof ResultRow, BulkType>> = {
  id: 'bigint',
  outcome: 'smallint',
  user_hash: 'text',
  user_note: 'text',
  event_hash: 'text',
  event_note: 'text',
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The key as its column holds it. */
export function storedKey(key: string): string {
  return indexedKey(encodeText(key), sha256);
}

export function rowOfWrite(write: LedgerWrite): WriteRow {
  const full = encodeText(write.key);
  const key = indexedKey(full, sha256);
  return {
    key,
    long_key: key === full ? null : full,
    identity: write.identity === null ? null : encodeText(write.identity),
    fields: encodeText(write.fields),
    ...outcomeColumns(write),
  };
}

export function rowOfResult(result: LedgerResult): ResultRow {
  return { id: result.id, ...outcomeColumns(result) };
}

function outcomeColumns({
  outcome,
  user,
  event,
}: Pick<LedgerWrite, 'outcome' | 'user' | 'event'>): Omit<ResultRow, 'id'> {
  return {
    outcome: numberOfOutcome(outcome),
    user_hash: user && encodeText(user.hash),
    user_note: user && noteOf(user),
    event_hash: event && encodeText(event.hash),
    event_note: event && noteOf(event),
  };
}

export function entryOfRow(row: EntryRow): LedgerEntry {
  return {
    id: row.id,
    key: decodeText(row.long_key ?? row.key),
    run: row.run_id,
    outcome: outcomeOfNumber(row.outcome),
    gone: row.gone !== 0,
    identity: row.identity === null ? null : decodeText(row.identity),
    fields: decodeText(row.fields),
    user: partOf(row.user_hash, row.user_note),
    event: partOf(row.event_hash, row.event_note),
  };
}

function noteOf(part: LedgerPart): string | null {
  const note = JSON.stringify({ ...part, hash: undefined });
  return note === USUAL ? null : note;
}

/** What most parts say. */
const USUAL = JSON.stringify({ status: 'delivered', attempts: 1 } satisfies Omit<
  LedgerPart,
  'hash'
>);

function partOf(hash: string | null, note: string | null): LedgerPart | null {
  if (hash === null) return null;
  const plain = decodeText(hash);
  if (note === null) return { hash: plain, status: 'delivered', attempts: 1 };
  return { hash: plain, ...(JSON.parse(note) as Omit<LedgerPart, 'hash'>) };
}
