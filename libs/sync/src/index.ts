export type { RowCounts } from './account.js';
export {
  defineSync,
  type EventPayload,
  type SyncDefinition,
  type UserPayload,
} from './define-sync.js';
export { eventId } from './event-id.js';
export type { CallFailure, CallResult, RowOutcome, RowRecord } from './outcome.js';
export type { RunSyncOptions } from './run-options.js';
export { runSync } from './run-sync.js';
export type { SyncClient } from './sync-client.js';
export { SyncError, type SyncErrorCode } from './sync-error.js';
export type { RowOperation, StopReason, SyncEvent, SyncListener } from './sync-event.js';
export type { Stopped, SyncSummary } from './sync-summary.js';
