import type { OperationName } from '../contract/operations.js';
import type { Subject } from '../subject.js';
import type { FaultReply } from './fault-reply.js';

/** Faults for the next requests to an operation. */
export interface FaultScript {
  /** The operation's path without `/api/`, such as `'users/update'`. */
  readonly operation: OperationName;
  /** Only requests about this user; for a bulk request: with a record about it. */
  readonly subject?: Subject;
  /** Used up in this order, one for each request that matches. */
  readonly replies: readonly FaultReply[];
}
