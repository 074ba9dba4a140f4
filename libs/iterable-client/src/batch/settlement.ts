import type {
  DeliveredOutcome,
  FailedOutcome,
  OutcomeOf,
  UnknownOutcome,
} from './batch-outcome.js';

type Without<Outcome> = Omit<Outcome, keyof OutcomeOf<unknown>>;

/** A failure, before it is known whose and whether the record may have arrived. */
export type FailureFacts = Omit<Without<FailedOutcome>, 'status' | 'mayHaveArrived'>;

/** An outcome without its record. */
export type Settlement =
  Without<DeliveredOutcome> | Without<FailedOutcome> | Without<UnknownOutcome>;
