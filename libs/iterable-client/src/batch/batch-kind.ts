import type { Operation } from '../operations/operation.js';

/** What differs between the operations that take many records. */
export interface BatchKind {
  readonly operation: Operation;
  /** The name of the list of records in the body. */
  readonly place: string;
  /** Whether the records are events: with ids, several of one user in a request. */
  readonly events: boolean;
  /** What it means that Iterable does not know the user. */
  readonly notFound: 'retryable' | 'permanent' | 'delivered';
}
