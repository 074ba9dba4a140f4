import type { ComparedRow } from '../compare/compared-row.js';
import type { CallResult } from '../outcome.js';
import type { SyncClient } from '../sync-client.js';
import type { StopReason, SyncListener } from '../sync-event.js';
import type { Stopped } from '../sync-summary.js';
import type { OutageCircuit } from './outage-circuit.js';

/** What the ways of delivering have in common: the run that they are part of. */
export interface DeliveryContext {
  readonly client: SyncClient;
  readonly emit: SyncListener;
  /** Aborts what is in flight. */
  readonly signal: AbortSignal;
  /** Rows side by side, in single delivery. */
  readonly concurrency: number;
  /** Most rows in a request, in bulk delivery. */
  readonly batchSize: number;
  readonly createNewFields: boolean | undefined;
  readonly strictFields: boolean;
  readonly circuit: OutageCircuit;
  /** Waits for so many milliseconds; with 0, until what has come meanwhile was dealt with. */
  sleep(this: void, milliseconds: number, signal: AbortSignal): Promise<unknown>;
  /** Why nothing more is to be sent, once that is so. */
  stopped(this: void): Stopped | undefined;
  stop(this: void, reason: StopReason, detail: string, error?: unknown): void;
  /** Takes what became of a row's calls. */
  settle(this: void, row: ComparedRow, user: CallResult, event: CallResult): Promise<void>;
  /** Takes fields that Iterable dropped. */
  filtered(this: void, fields: readonly string[]): void;
}
