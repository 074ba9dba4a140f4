import type { OperationName } from '../contract/operations.js';
import type { ParameterValue } from '../http/read-query.js';
import type { Subject } from '../subject.js';

/** A request as the sandbox saw it. Headers are not kept: no key and no token is in here. */
export interface JournalEntry {
  /** `null`: no operation answers that method and path. */
  readonly operation: OperationName | null;
  readonly method: string;
  /** Without the query string. */
  readonly path: string;
  /** The parameters that the operation knows. */
  readonly query: Readonly<Record<string, ParameterValue>>;
  /** `null`: no reply was sent, because the connection ended first. */
  readonly status: number | null;
  /** The user whom it is about; absent for bulk requests. */
  readonly subject?: Subject;
  /** When it arrived. */
  readonly at: Date;
  /** The body as JSON; the text itself where it is none; absent where there is none. */
  readonly body?: unknown;
  /** True where a fault answered or meddled. */
  readonly fault: boolean;
}

/** How many requests there were, by operation and by status (`'none'`: no reply was sent). */
export type RequestCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;
