import type { Ledger } from '@org/sync/ledger';
import type { Redact } from '../log/redactor.js';
import { failedRecord, type FailedRecord } from './failed-record.js';
import { FailureTally } from './failure-tally.js';
import { hiddenRecord } from './hidden-record.js';

/** Which failures are asked for. */
export interface FailureFilter {
  /** Only parts with this code. */
  readonly code?: string | undefined;
  /** Those that have left their query since, too. */
  readonly gone?: boolean | undefined;
  /** So many records at most. */
  readonly limit?: number | undefined;
}

/** How records are told. */
export interface FailureListOptions extends FailureFilter {
  readonly syncs: readonly string[];
  /** Takes out what must never be told. */
  readonly redact: Redact;
  /** Whether it is not told whom records are about. */
  readonly anonymous: boolean;
  readonly signal: AbortSignal;
}

/** The failures of syncs, read from the ledger as they are asked for; counted on the way. */
export class FailureList implements AsyncIterable<FailedRecord> {
  readonly tally = new FailureTally();
  /** Records that have left their query since, where they are not asked for. */
  left = 0;
  /** Records beyond the limit. */
  omitted = 0;
  readonly #ledger: Pick<Ledger, 'failures'> | undefined;
  readonly #options: FailureListOptions;

  /** @param ledger none where nothing has run yet */
  constructor(ledger: Pick<Ledger, 'failures'> | undefined, options: FailureListOptions) {
    this.#ledger = ledger;
    this.#options = options;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<FailedRecord> {
    const { limit = Infinity } = this.#options;
    let given = 0;
    for (const sync of this.#options.syncs) {
      for await (const record of this.#of(sync)) {
        if (given >= limit) this.omitted += 1;
        else {
          given += 1;
          yield record;
        }
      }
    }
  }

  async *#of(sync: string): AsyncGenerator<FailedRecord> {
    const { code, gone, redact, anonymous, signal } = this.#options;
    for await (const entry of this.#ledger?.failures(sync) ?? []) {
      signal.throwIfAborted();
      const found = redacted(failedRecord(sync, entry), redact);
      const record = anonymous ? hiddenRecord(found) : found;
      this.tally.seeCodes(record);
      const parts = record.parts.filter((part) => code === undefined || part.code === code);
      if (parts.length === 0) continue;
      if (record.gone && !gone) this.left += 1;
      else {
        this.tally.enter({ ...record, parts });
        yield { ...record, parts };
      }
    }
  }
}

/** Sentences may quote what a server said; keys and identifiers are data and stay. */
function redacted(record: FailedRecord, redact: Redact): FailedRecord {
  const parts = record.parts.map((part) => ({ ...part, reason: redact(part.reason) }));
  return { ...record, parts };
}
