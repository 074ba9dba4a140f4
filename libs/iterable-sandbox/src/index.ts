export type { ApiKey } from './auth/api-key.js';
export { operationNames, type OperationName } from './contract/operations.js';
export type { SandboxSeed } from './control/seed.js';
export { createSandbox } from './create-sandbox.js';
export type { EventRecord } from './operations/write-event.js';
export type { UserRecord } from './operations/write-user.js';
export type {
  BodyDelayFault,
  ClockSkewFault,
  DelayFault,
  FaultReply,
  HtmlFault,
  ResetFault,
  StatusFault,
  TruncateFault,
  WrongCountsFault,
} from './faults/fault-reply.js';
export type { FaultScript } from './faults/fault-script.js';
export type { SandboxFaults } from './faults/faults.js';
export type { JournalEntry, RequestCounts } from './journal/journal-entry.js';
export type { RateLimit, RateLimits } from './limits/rate-limit-options.js';
export type { SandboxOptions } from './options/sandbox-options.js';
export { SandboxError, type SandboxErrorCode } from './sandbox-error.js';
export type { Sandbox, SandboxState } from './sandbox.js';
export type { SandboxEvents, SandboxFields, SandboxUsers } from './state-readers.js';
export type { DataCenter } from './state/data-center.js';
export type { FieldType } from './state/field-type.js';
export type { SandboxSnapshot } from './state/project-snapshot.js';
export type { ProjectType } from './state/project-type.js';
export type { SandboxEvent, SandboxUser } from './state/snapshots.js';
export type { Subject } from './subject.js';
