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
import type {
  Ledger,
  LedgerEntry,
  LedgerReader,
  LedgerRun,
  NewRun,
  RunRecord,
  SyncRecord,
} from './ledger.js';
import { LedgerError } from './ledger-error.js';
import { listRuns } from './run-records.js';
import { stepwise } from './stepwise.js';
import { findSync, listSyncs } from './syncs.js';
import { WorkInFlight } from './work-in-flight.js';

/** Runs that `runs` gives where it isn't told how many. */
const RUNS = 100;

type RunsOptions = NonNullable<Parameters<Ledger['runs']>[0]>;

/** The ledger over whichever database. */
export class KyselyLedger implements Ledger {
  readonly #backend: Backend;
  readonly #runs = new Set<LedgerRun>();
  readonly #work = new WorkInFlight();
  #closed: Promise<void> | undefined;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  begin(run: NewRun): Promise<LedgerRun> {
    return this.#whileOpen(async () => {
      checkNewRun(run);
      const { bulk } = this.#backend;
      const session = await this.#backend.session();
      const onRelease = (released: LedgerRun): void => void this.#runs.delete(released);
      try {
        const begun = await beginRun(session, run);
        const held = new KyselyRun({ ...begun, session, bulk, onRelease });
        this.#runs.add(held);
        return held;
      } catch (error) {
        await session.release();
        throw error;
      }
    });
  }

  read(sync: string): LedgerReader {
    return {
      find: (keys) =>
        this.#whileOpen(async () => {
          const entries = await this.#entriesOf(sync);
          return entries ? findEntries(entries, keys) : keys.map(() => undefined);
        }),
      count: () =>
        this.#whileOpen(async () => {
          const entries = await this.#entriesOf(sync);
          return entries ? countEntries(entries) : 0;
        }),
      missing: (seen) => this.#stream(sync, (entries) => missingEntries(entries, seen)),
    };
  }

  syncs(): Promise<SyncRecord[]> {
    return this.#whileOpen(() => listSyncs(this.#backend.db));
  }

  runs({ sync: name, limit = RUNS }: RunsOptions = {}): Promise<RunRecord[]> {
    return this.#whileOpen(async () => {
      if (!Number.isSafeInteger(limit) || limit < 1) {
        throw new TypeError(
          `runs: limit must be a whole number from 1 on; received ${String(limit)}`,
        );
      }
      if (name === undefined) return await listRuns(this.#backend, { limit });
      const sync = await findSync(this.#backend.db, name);
      return sync ? await listRuns(this.#backend, { sync: sync.id, limit }) : [];
    });
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
    await this.#work.settled();
    await Promise.all([...this.#runs].map((run) => run[Symbol.asyncDispose]()));
    await this.#backend.close();
  }

  #stream(
    sync: string,
    read: (entries: EntriesOf) => AsyncGenerator<LedgerEntry>,
  ): AsyncGenerator<LedgerEntry> {
    const entriesOf = (): Promise<EntriesOf | undefined> => this.#entriesOf(sync);
    async function* stream(): AsyncGenerator<LedgerEntry> {
      const entries = await entriesOf();
      if (entries) yield* read(entries);
    }
    return stepwise(stream(), (next) => this.#whileOpen(next));
  }

  async #entriesOf(name: string): Promise<EntriesOf | undefined> {
    const { db, bulk } = this.#backend;
    const sync = await findSync(db, name);
    return sync && { db, bulk, sync: sync.id };
  }

  async #whileOpen<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new LedgerError('CLOSED', 'The ledger was closed before: open it anew');
    return await this.#work.track(work);
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
