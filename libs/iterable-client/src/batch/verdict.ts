import type { BatchItem } from './batch-item.js';
import type { FailureFacts, Settlement } from './settlement.js';

/** Records to be sent in one request. */
export interface BatchPart {
  readonly items: readonly BatchItem[];
  /** Sent for the first time; a part of a request that failed; or after a reply that proved nothing. */
  readonly cause: 'batch' | 'split' | 'resend';
  /** Whether it is half of a request that took too long. */
  readonly halved: boolean;
  /** Whether suspects were set apart once: from then on there are halves, so that few steps do. */
  readonly sifted: boolean;
}

/** What follows from a request. Each of its records is settled or sent again. */
export interface BatchVerdict {
  readonly settled: readonly (readonly [BatchItem, Settlement])[];
  readonly again: readonly BatchPart[];
  /** Records that Iterable may hold now, although that is not proven. */
  readonly open: readonly BatchItem[];
  /** Records were found to be the cause of a refusal: by name, or because they were sent alone. */
  readonly convicted?: { readonly by: 'name' | 'trial'; readonly facts: FailureFacts };
  /** Nothing more is to be sent, for this reason. */
  readonly stop?: FailureFacts;
  /** Bodies have to stay below this. */
  readonly mostBytes?: number;
}
