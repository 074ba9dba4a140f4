import type { ComparedRow } from '../compare/compared-row.js';
import type { CallResult } from '../outcome.js';

/** Iterable may take a minute to know a new user (support article 217502386). */
const USER_IS_KNOWN_MS = 60_000;
/** Rows that are kept; what fails beyond them is sent again by the next run. */
const MOST = 10_000;

const USER_UNKNOWN: ReadonlySet<string> = new Set([
  'NOT_FOUND',
  'NotFound',
  'UnknownEmailError',
  'UnknownUserIdError',
]);

/** A row whose event came before its user was known. */
export interface LateRow {
  readonly row: ComparedRow;
  readonly user: CallResult;
  readonly event: CallResult;
}

/** Rows whose events failed because Iterable did not know the user yet, whom this run has sent. */
export class LateEvents {
  readonly #now: () => number;
  readonly #rows: LateRow[] = [];
  #last = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Keeps a row where its event may succeed in a minute; gives whether it did. */
  keep(row: ComparedRow, user: CallResult, event: CallResult): boolean {
    const early =
      user.status === 'delivered' && event.status === 'failed' && USER_UNKNOWN.has(event.code);
    if (!early || this.#rows.length >= MOST) return false;
    this.#rows.push({ row, user, event });
    this.#last = this.#now();
    return true;
  }

  get size(): number {
    return this.#rows.length;
  }

  /** Milliseconds until all of their users should be known. */
  get delayMs(): number {
    return Math.max(0, this.#last + USER_IS_KNOWN_MS - this.#now());
  }

  /** The rows, which are then no longer kept. */
  take(): LateRow[] {
    return this.#rows.splice(0);
  }
}
