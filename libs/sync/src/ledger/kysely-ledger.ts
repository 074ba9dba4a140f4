import type { Backend } from './backend.js';
import { beginRun } from './begin-run.js';
import {
  countEntries,
  type EntriesOf,
  failedEntries,
  findEntries,
  missingEntries,
} from './entries.js';
import { KyselyRun } from './kysely-run.js';
import type { Ledger, LedgerEntry, LedgerReader, LedgerRun, NewRun, RunRecord } from './ledger.js';
import { LedgerError } from './ledger-error.js';
import { listRuns } from './run-records.js';
import { findSync } from './syncs.js';

/** Runs that `runs` gives where it isn't told how many. */
const RUNS = 100;

export class KyselyLedger implements Ledger {
  readonly #backend: Backend;
  readonly #open = new Set<LedgerRun>();
  #closed: Promise<void> | undefined;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async begin(run: NewRun): Promise<LedgerRun> {
    this.#checkOpen();
    checkNewRun(run);
    const { bulk } = this.#backend;
    const session = await this.#backend.session();
    const onRelease = (released: LedgerRun): void => void this.#open.delete(released);
    try {
      const begun = await beginRun(session, run);
      const held = new KyselyRun({ ...begun, session, bulk, onRelease });
      this.#open.add(held);
      return held;
    } catch (error) {
      await session.release();
      throw error;
    }
  }

  read(sync: string): LedgerReader {
    return {
      find: async (keys) => {
        const entries = await this.#entriesOf(sync);
        return entries ? findEntries(entries, keys) : keys.map(() => undefined);
      },
      count: async () => {
        const entries = await this.#entriesOf(sync);
        return entries ? countEntries(entries) : 0;
      },
      missing: (seen) => this.#stream(sync, (entries) => missingEntries(entries, seen)),
    };
  }

  async runs(
    options: { readonly sync?: string; readonly limit?: number } = {},
  ): Promise<RunRecord[]> {
    this.#checkOpen();
    const { sync: name, limit = RUNS } = options;
    if (!Number.isSafeInteger(limit) || limit < 1) {
      throw new TypeError(
        `runs: limit must be a whole number from 1 on; received ${String(limit)}`,
      );
    }
    if (name === undefined) return listRuns(this.#backend, { limit });
    const sync = await findSync(this.#backend.db, name);
    return sync ? listRuns(this.#backend, { sync: sync.id, limit }) : [];
  }

  failures(sync: string): AsyncGenerator<LedgerEntry> {
    return this.#stream(sync, failedEntries);
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    await Promise.all([...this.#open].map((run) => run[Symbol.asyncDispose]()));
    await this.#backend.close();
  }

  async *#stream(
    sync: string,
    read: (entries: EntriesOf) => AsyncGenerator<LedgerEntry>,
  ): AsyncGenerator<LedgerEntry> {
    const entries = await this.#entriesOf(sync);
    if (entries) yield* read(entries);
  }

  async #entriesOf(name: string): Promise<EntriesOf | undefined> {
    this.#checkOpen();
    const { db, bulk } = this.#backend;
    const sync = await findSync(db, name);
    return sync && { db, bulk, sync: sync.id };
  }

  #checkOpen(): void {
    if (this.#closed) throw new LedgerError('CLOSED', 'The ledger was closed before: open it anew');
  }
}

function checkNewRun({ sync, startedAt }: NewRun): void {
  if (typeof sync !== 'string' || sync === '') {
    throw new TypeError('begin: sync must be the name of a sync, not empty');
  }
  if (!Number.isInteger(startedAt) || Number.isNaN(new Date(startedAt).getTime())) {
    throw new TypeError(
      `begin: startedAt must be in whole milliseconds since 1970; received ${String(startedAt)}`,
    );
  }
}
