import { duplicateUser } from '../checks/index.js';
import type { SyncDefinition } from '../define-sync.js';
import type { IdSet } from '../ledger/id-set.js';
import type { LedgerEntry, LedgerReader } from '../ledger/ledger.js';
import { mapRow, refusal, type MappedRow } from '../map-row.js';
import type { ComparedRow, Selection } from './compared-row.js';
import type { CallFailure } from '../outcome.js';
import { decide } from './decide.js';
import { type Fingerprint, fingerprint } from './fingerprint.js';
import { inChunks } from './in-chunks.js';

/** Most keys that a ledger is asked for at once. */
const CHUNK = 1000;

/** What comparing needs. */
export interface Comparison<Row> {
  readonly sync: SyncDefinition<Row>;
  readonly rows: AsyncIterable<Row>;
  /** Without one every row is new. */
  readonly ledger: LedgerReader | undefined;
  readonly selection: Selection;
  /** Gets the ids of the entries whose rows came. */
  readonly seen: IdSet;
  /** Keys of rows that came and may not be in the ledger yet. */
  readonly open: Set<string>;
  /** Judges what a user's profile is, over the whole run. */
  sameUser(this: void, identity: string, profile: string): 'new' | 'same' | 'different';
  stopped(this: void): boolean;
  sourceFailed(this: void, error: unknown): void;
  ledgerFailed(this: void, error: unknown): void;
}

/** Reads the rows, maps each, and compares it with what the ledger knows; chunk by chunk, in order. */
export async function* compareRows<Row>(
  comparison: Comparison<Row>,
): AsyncGenerator<ComparedRow[]> {
  const { sync, rows, ledger, stopped, sourceFailed } = comparison;
  const size = ledger ? CHUNK : 1;
  let read = 0;
  for await (const chunk of inChunks(rows, { size, stopped, failed: sourceFailed })) {
    const mapped = chunk.map((row) => mapRow(sync, row, (read += 1)));
    const entries = await entriesOf(mapped, comparison);
    const judge = new RowJudge(comparison, entries);
    yield mapped.map((row) => judge.judge(row));
  }
}

type Entries = ReadonlyMap<string, LedgerEntry>;

async function entriesOf<Row>(
  mapped: readonly MappedRow[],
  { ledger, ledgerFailed }: Comparison<Row>,
): Promise<Entries> {
  const entries = new Map<string, LedgerEntry>();
  const keys = [...new Set(mapped.flatMap(({ key }) => key ?? []))];
  if (!ledger || keys.length === 0) return entries;
  try {
    for (const entry of await ledger.find(keys)) if (entry) entries.set(entry.key, entry);
  } catch (error) {
    ledgerFailed(error);
  }
  return entries;
}

class RowJudge<Row> {
  readonly #comparison: Comparison<Row>;
  readonly #entries: Entries;

  constructor(comparison: Comparison<Row>, entries: Entries) {
    this.#comparison = comparison;
    this.#entries = entries;
  }

  judge(mapped: MappedRow): ComparedRow {
    const entry = mapped.key === undefined ? undefined : this.#entries.get(mapped.key);
    if (this.#isDouble(mapped, entry)) {
      return { ...wholly(DOUBLE_KEY, { mapped, print: {} }), double: true };
    }
    if (mapped.refused) return wholly(mapped.refused, { mapped, print: {}, entry });
    const { sync, selection } = this.#comparison;
    const print = printOf(mapped, sync.createNewFields);
    if (print === undefined) {
      const emptied = { ...mapped, user: null, event: null };
      return wholly(ENDLESS, { mapped: emptied, print: {}, entry });
    }
    const { change, send } = decide(mapped, print, entry, selection);
    const row = { mapped, print, entry, change, send };
    if (change === 'unselected') return row;
    return this.#overwrites(mapped, print) ? withoutProfile(row) : row;
  }

  /** Whether the row would overwrite another profile of the same run. */
  #overwrites({ identities: [identity = ''] }: MappedRow, { user }: Fingerprint): boolean {
    return user !== undefined && this.#comparison.sameUser(identity, user) === 'different';
  }

  /** Whether a row with this key came before: then the ledger can keep one of them only. */
  #isDouble({ key }: MappedRow, entry: LedgerEntry | undefined): boolean {
    const { ledger, seen, open } = this.#comparison;
    if (!ledger || key === undefined) return false;
    const known = entry !== undefined && !entry.gone;
    if (open.has(key) || (known && seen.has(entry.id))) return true;
    if (known) seen.add(entry.id);
    else open.add(key);
    return false;
  }
}

/** The hashes of a row; `undefined` where a payload contains itself. */
function printOf(mapped: MappedRow, createNewFields: boolean | undefined): Fingerprint | undefined {
  try {
    return fingerprint(mapped, createNewFields);
  } catch {
    return undefined;
  }
}

const NOTHING = { user: false, event: false } as const;
const DOUBLE_KEY = refusal(
  'DUPLICATE_KEY',
  'a row with this key came before; the key must be unique over the query',
);
const ENDLESS = refusal('MAPPING', 'a payload contains itself, or is nested without end');

function wholly(
  failure: CallFailure,
  row: Pick<ComparedRow, 'mapped' | 'print' | 'entry'>,
): ComparedRow {
  return { ...row, change: 'refused', send: NOTHING, refused: { user: failure, event: failure } };
}

function withoutProfile(row: ComparedRow): ComparedRow {
  const send = { user: false, event: row.send.event };
  const change = send.event ? row.change : 'refused';
  return { ...row, change, send, refused: { user: duplicateUser } };
}
