import type { EventPayload } from '../define-sync.js';

/** A row that the query returned in an earlier run and does not return any more. */
export type GoneRow = {
  readonly key: string;
} & ({ readonly email: string } | { readonly userId: string });

/**
 * What is done about rows that have left the query.
 * - `report`: they are counted in the summary of the run that finds it, which is a notice, too
 * - `ignore`: nothing is told of them
 * - `event`: an event is tracked for each
 * - `unsubscribe`: each is unsubscribed from a list
 *
 * Once that has been done, be it nothing, the ledger counts the row as gone, and if it comes back it is new: meanwhile
 * another row may have written the same profile.
 */
export type GoneOption =
  | 'report'
  | 'ignore'
  | {
      /** Makes the event of a row. */
      readonly event: (row: GoneRow) => EventPayload;
    }
  | { readonly unsubscribe: { readonly listId: number } };

/** What became of the rows that have left the query. */
export interface GoneSummary {
  /** Rows that the ledger knows and the query does not return any more. */
  readonly rows: number;
  /** Those for which the event, or the unsubscription, was delivered. */
  readonly handled: number;
  /** Those for which it was not; the next run tries again. */
  readonly failed: number;
  /** Why the first of those failed. */
  readonly reason?: string;
}
