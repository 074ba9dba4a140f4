import { DistinctUsers } from '../checks/index.js';
import type { ComparedRow } from '../compare/compared-row.js';
import { compareRows, type Comparison } from '../compare/compare-rows.js';
import { unsentResult } from '../deliver/results.js';
import type { IdSet } from '../ledger/id-set.js';
import type { LedgerReader } from '../ledger/ledger.js';
import type { CallResult } from '../outcome.js';
import type { Recorder } from './recorder.js';
import type { ResolvedRunOptions } from './run-options.js';
import type { RunState } from './run-state.js';

/** What reading rows needs. */
export interface DueRowsInput<Row> {
  readonly options: ResolvedRunOptions<Row>;
  readonly ledger: LedgerReader | undefined;
  readonly state: RunState;
  /** Entries whose rows came. */
  readonly seen: IdSet;
  /** Keys that came and are not in the ledger yet. */
  readonly open: Set<string>;
  readonly recorder: Recorder;
  /** Takes what became of a row that is not sent. */
  finish(this: void, row: ComparedRow, user: CallResult, event: CallResult): Promise<void>;
}

/** Rows whose sending is entered in the ledger in one transaction, as far as there are so many. */
const TOGETHER = 500;

/** Makes a row's parts that can't be sent known as such. */
export type CheckRow = (row: ComparedRow) => ComparedRow;

/** The rows of a run that need a call; the others are accounted for on the way. */
export class DueRows<Row> {
  readonly #input: DueRowsInput<Row>;
  readonly #chunks: AsyncGenerator<ComparedRow[], void>;
  #ahead: ComparedRow[] = [];
  #read = 0;
  #keyless = 0;
  #sent = 0;
  #limited = false;

  constructor(input: DueRowsInput<Row>) {
    this.#input = input;
    this.#chunks = this.#due();
  }

  /** Rows that came out of the source. */
  get read(): number {
    return this.#read;
  }

  /** Whether rows came without a key: they can't be told from rows that have left. */
  get keyless(): boolean {
    return this.#keyless > 0;
  }

  /** Why the run ends here, where rows were left out because enough were sent. */
  get limited(): string | undefined {
    return this.#limited ? this.#limitReached : undefined;
  }

  /** Reads so many rows before any is given; gives those that there are. */
  async lookAhead(enough: number): Promise<readonly ComparedRow[]> {
    while (this.#ahead.length < enough) {
      const { done, value } = await this.#chunks.next();
      if (done) break;
      this.#ahead.push(...value);
    }
    return this.#ahead;
  }

  /** The rows that can be sent, each in the ledger before it is given. */
  async *sendable(check: CheckRow): AsyncGenerator<ComparedRow, void> {
    const ahead = this.#ahead;
    this.#ahead = [];
    yield* await this.#prepare(ahead, check);
    for await (const chunk of this.#chunks) yield* await this.#prepare(chunk, check);
  }

  /** How rows are compared: here, and where they are read beforehand. */
  comparison(part: Pick<Comparison<Row>, 'seen' | 'open' | 'sameUser'>): Comparison<Row> {
    const { options, ledger, state } = this.#input;
    const { sync, rows, select: selection } = options;
    const { sourceFailed, ledgerFailed } = state;
    const stopped = (): boolean => state.stopped !== undefined || this.#limited;
    return { sync, rows, ledger, selection, ...part, stopped, sourceFailed, ledgerFailed };
  }

  async *#due(): AsyncGenerator<ComparedRow[], void> {
    const { seen, open, recorder } = this.#input;
    const users = new DistinctUsers();
    const sameUser: Comparison<Row>['sameUser'] = (identity, print) => users.enter(identity, print);
    const comparison = this.comparison({ seen, open, sameUser });
    let due: ComparedRow[] = [];
    for await (const chunk of compareRows(comparison)) {
      this.#read += chunk.length;
      let unchanged = 0;
      for (const row of chunk) {
        const { key } = row.mapped;
        if (key === undefined) this.#keyless += 1;
        // Such rows never get into the ledger.
        else if (row.change === 'nothing' || row.change === 'unselected') open.delete(key);
        if (row.send.user || row.send.event) due.push(row);
        else if (row.change === 'unchanged') unchanged += 1;
        else await this.#leave(row);
      }
      recorder.unchanged(unchanged);
      // Few rows of many chunks are written to the ledger together.
      if (due.length < (this.#input.ledger ? TOGETHER : 1)) continue;
      yield due;
      due = [];
    }
    if (due.length > 0) yield due;
  }

  async #prepare(rows: readonly ComparedRow[], check: CheckRow): Promise<readonly ComparedRow[]> {
    const { options, state, recorder, finish } = this.#input;
    const { limit = Infinity } = options;
    // Those that come after the end are not checked any more; who sends them sees that it is too late.
    if (state.stopped) return rows;
    const ready: ComparedRow[] = [];
    for (const row of rows.map(check)) {
      if (!row.send.user && !row.send.event) {
        await this.#leave(row);
      } else if (this.#sent < limit) {
        this.#sent += 1;
        ready.push(row);
      } else {
        this.#limited = true;
        await finish(row, this.#leftOut(row, 'user'), this.#leftOut(row, 'event'));
      }
    }
    await recorder.intend(ready);
    return ready;
  }

  #leave(row: ComparedRow): Promise<void> {
    return this.#input.finish(row, unsentResult(row, 'user'), unsentResult(row, 'event'));
  }

  #leftOut(row: ComparedRow, part: 'user' | 'event'): CallResult {
    return row.send[part]
      ? { status: 'not-sent', reason: this.#limitReached }
      : unsentResult(row, part);
  }

  get #limitReached(): string {
    return `${String(this.#input.options.limit)} rows were to be sent, and were`;
  }
}
