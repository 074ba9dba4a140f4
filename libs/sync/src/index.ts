export type { RowCounts } from './account.js';
export {
  defineSync,
  type EventPayload,
  type SyncDefinition,
  type UserPayload,
} from './define-sync.js';
export { eventId } from './event-id.js';
export type { CallFailure, CallResult, RowOutcome, RowRecord } from './outcome.js';
export {
  columnMappingSchema,
  mapColumns,
  schemaProblems,
  SyncMappingError,
  textOf,
  type ColumnMapping,
  type EventMapping,
  type FieldSelection,
  type FromColumn,
  type IdentifierColumn,
  type MapColumnsOptions,
  type MappedColumn,
  type MappingSettings,
  type ProfileMapping,
  type RootSchema,
  type Schema,
  type SchemaProblem,
} from './mapping/index.js';
export { planSync, type PlanSyncOptions } from './plan/plan-sync.js';
export type { PlanCounts, PlannedCalls, RefusedRow, SyncPlan } from './plan/sync-plan.js';
export type { DeliveryOption } from './run/choose-delivery.js';
export type { GoneOption, GoneRow, GoneSummary } from './run/gone.js';
export type { Guards, RunSyncOptions } from './run/run-options.js';
export { runSync } from './run/run-sync.js';
export type { SyncClient } from './sync-client.js';
export { reservedFields, type ProjectType } from './checks/index.js';
export type { Selection } from './compare/compared-row.js';
export { SyncError, type SyncErrorCode } from './sync-error.js';
export type {
  DeliveryMode,
  Notice,
  RowOperation,
  StopReason,
  SyncEvent,
  SyncListener,
} from './sync-event.js';
export type { Stopped, SyncSummary } from './sync-summary.js';
