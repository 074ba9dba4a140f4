import type { IterableClient } from '@org/iterable-client';

/** The part of the Iterable client that a run uses. */
export interface SyncClient {
  readonly users: Pick<IterableClient['users'], 'update'>;
  readonly events: Pick<IterableClient['events'], 'track'>;
}
