import type { FailureFacts } from './settlement.js';
import type { BatchVerdict } from './verdict.js';

const ENOUGH = 25;

/**
 * Finds out whether it is the records that are refused, or everything. A column of the wrong type, or
 * whatever else no record can pass, must not be learned record by record through two million rows.
 *
 * As long as nothing has ever been accepted, this many refusals of named records are believed; then
 * batches are halved, to have single records answered soon; and after this many that were refused
 * alone, there is no hope.
 */
export class RefusalWatch {
  #accepted = false;
  #named = 0;
  #alone = 0;

  /** Whether refusals may still be taken at their word. */
  get byName(): boolean {
    return this.#accepted || this.#named < ENOUGH;
  }

  /** A request was accepted, be it with failures. */
  accepted(): void {
    this.#accepted = true;
  }

  /** Records were found to be the cause of a refusal. Gives the reason to stop, where there is one. */
  refused({ by, facts }: NonNullable<BatchVerdict['convicted']>): FailureFacts | undefined {
    if (by === 'name') this.#named += 1;
    else this.#alone += 1;
    if (this.#accepted || this.#alone < ENOUGH) return undefined;
    return {
      ...facts,
      code: 'REQUEST_REFUSED',
      reason: `${ENOUGH} records were refused alone, and nothing was accepted. ${facts.reason}`,
      retryable: true,
      stopped: true,
    };
  }
}
