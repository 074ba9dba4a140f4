import type { FailedRecord } from './failed-record.js';

/** Different codes counted one by one. */
const MOST_CODES = 1000;

/** Why records were not wholly delivered. */
export interface FailureReason {
  readonly code: string;
  /** Records of which a part has it. */
  readonly count: number;
  /** The reason of the first. */
  readonly text: string;
  readonly first: FailedRecord;
}

/** Counts failures by code, however many they are. */
export class FailureTally {
  readonly #reasons = new Map<string, FailureReason>();
  readonly #codes = new Set<string>();
  records = 0;

  /** Every code that there is, whether or not it is asked for. */
  get codes(): readonly string[] {
    return [...this.#codes];
  }

  seeCodes({ parts }: FailedRecord): void {
    for (const { code } of parts) if (this.#codes.size < MOST_CODES) this.#codes.add(code);
  }

  /** Counts a record, once under each code of its parts. */
  enter(record: FailedRecord): void {
    this.records += 1;
    for (const [code, [part]] of Map.groupBy(record.parts, (each) => each.code)) {
      const text = part?.reason ?? '';
      const known = this.#reasons.get(code);
      if (known) this.#reasons.set(code, { ...known, count: known.count + 1 });
      else if (this.#reasons.size < MOST_CODES) {
        this.#reasons.set(code, { code, count: 1, text, first: record });
      }
    }
  }

  /** The reasons, the commonest first. */
  sorted(): FailureReason[] {
    return [...this.#reasons.values()].sort((one, other) => other.count - one.count);
  }
}
