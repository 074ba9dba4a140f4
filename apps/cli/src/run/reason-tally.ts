import type { SyncListener } from '@org/sync';
import { rowReasons } from './event-text.js';

/** Different reasons counted one by one; what comes after them is counted together. */
const MOST_REASONS = 1000;

/** Why records failed: how often, and which was the first. */
export interface Reason {
  readonly text: string;
  readonly count: number;
  readonly firstRow: number;
}

/** Counts the reasons of failures, of however many records. */
export class ReasonTally {
  readonly #reasons = new Map<string, { count: number; firstRow: number }>();

  readonly listen: SyncListener = (event) => {
    if (event.type !== 'row-finished') return;
    const { outcome, row } = event.record;
    if (outcome !== 'failed' && outcome !== 'partial') return;
    for (const reason of rowReasons(event.record)) {
      const text = this.#reasons.has(reason) || this.#reasons.size < MOST_REASONS ? reason : OTHERS;
      const known = this.#reasons.get(text);
      if (known) known.count += 1;
      else this.#reasons.set(text, { count: 1, firstRow: row });
    }
  };

  /** The reasons, the commonest first. */
  sorted(): Reason[] {
    return [...this.#reasons]
      .map(([text, { count, firstRow }]) => ({ text, count, firstRow }))
      .sort((a, b) => b.count - a.count);
  }
}

const OTHERS = 'other reasons: see the log';
