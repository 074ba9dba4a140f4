import { IterableApiError, type BatchFailureCode, type BatchOutcome } from '@org/iterable-client';
import type { StopReason } from '../sync-event.js';
import type { DeliveryContext } from './delivery-context.js';

/** Requests that met no Iterable that answers properly. */
const OUTAGES: ReadonlySet<string> = new Set<BatchFailureCode>([
  'RATE_LIMIT',
  'SERVER_ERROR',
  'NO_REPLY',
  'UNREADABLE_REPLY',
]);

/** Why a run stops after a failure that no other request can escape. */
const STOPS: Readonly<Partial<Record<BatchFailureCode, StopReason>>> = {
  AUTHENTICATION: 'authentication',
  FIELDS_LIMIT: 'refused',
  REQUEST_REFUSED: 'refused',
};

/** Looks at outcomes as they come, and stops the run where all others would be like them. */
export class BatchJudge {
  readonly #run: DeliveryContext;
  /** The error of the last request that failed: its records share it. */
  #lastError: unknown;

  constructor(run: DeliveryContext) {
    this.#run = run;
  }

  look(outcome: BatchOutcome): void {
    const { circuit, stop, filtered } = this.#run;
    if (outcome.status === 'delivered') {
      if (outcome.filteredOutFields) filtered(outcome.filteredOutFields);
      return circuit.answered();
    }
    if (outcome.status === 'unknown') return;
    const { code, error, stopped, reason } = outcome;
    if (stopped) return stop(STOPS[code] ?? 'refused', reason, error);
    if (error instanceof IterableApiError && !OUTAGES.has(code)) return circuit.answered();
    if (!OUTAGES.has(code) || error === undefined || error === this.#lastError) return;
    this.#lastError = error;
    circuit.unanswered();
    if (circuit.open) {
      const requests = String(circuit.threshold);
      stop('unreachable', `Iterable gave no answer to ${requests} requests one after another`);
    }
  }
}
