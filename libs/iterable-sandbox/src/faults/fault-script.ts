import type { OperationName } from '../contract/operations.js';
import type { Subject } from '../subject.js';
import type { FaultReply } from './fault-reply.js';

/** Faults for the next requests to an operation. */
export interface FaultScript {
  /** The operation's name, such as `'users/update'`, or `'*'` for all. */
  readonly operation: OperationName | '*';
  /** Only requests about this user; for a bulk request: with a record about it. */
  readonly subject?: Subject;
  /**
   * In this order, one for each request that is hit. Without `probability` each request that matches
   * is hit until they are used up; with it they come round again.
   */
  readonly replies: readonly FaultReply[];
  /** How likely a request that matches is hit, from 0 to 1. */
  readonly probability?: number;
  /** The same seed hits the same requests again. Only with `probability`. @default 1 */
  readonly seed?: number;
  /** The script ends after so many hits. Only with `probability`. @default no end */
  readonly times?: number;
}
