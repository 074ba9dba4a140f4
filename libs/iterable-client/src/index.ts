export { IterableClient } from './iterable-client.js';
export { baseUrlOf } from './options/base-url-of.js';

export type {
  BehaviourOptions,
  CredentialOptions,
  FetchFunction,
  IterableClientOptions,
  LimitingOptions,
  LocationOptions,
  SleepFunction,
} from './types/client-options.js';
export type { Authenticator } from './types/authenticator.js';
export type { Subject } from './types/subject.js';
export type { CallOptions } from './types/call-options.js';
export type { ParameterValue, RequestOptions } from './types/request-options.js';
export type {
  AttemptEvent,
  CallEvent,
  ClientHooks,
  FailureEvent,
  RetryEvent,
  SuccessEvent,
} from './types/hooks.js';
export type {
  ClientStatistics,
  LatencyPercentiles,
  OperationStatistics,
} from './types/statistics.js';
export { RateLimiter, type RateLimiterOptions } from './rate-limit/rate-limiter.js';
export type { RateLimitOptions, RateLimitState } from './types/rate-limits.js';
export type { RetryCause } from './retry/retry-cause.js';
export type { HttpMethod, Rate } from './operations/operation.js';

export type { DataFields, DataValue } from './types/data-fields.js';
export type { ExactlyOne } from './types/exactly-one.js';
export type { Identified } from './types/identified.js';
export type { Int64 } from './types/int64.js';
export type { JsonObject, JsonValue } from './types/json-value.js';
export type { CancelMessageRequest } from './types/cancel-message.js';
export type { TriggerWorkflowRequest } from './types/trigger-workflow.js';
export type { IterableApiResponse, IterableCode } from './types/iterable-api-response.js';
export type { UserRecord, UserUpdateRequest } from './types/user-update.js';
export type {
  FailedUserUpdates,
  IdentifierList,
  UserBulkUpdateRequest,
  UserBulkUpdateResponse,
} from './types/user-bulk-update.js';
export type { UserFieldsResponse } from './types/user-fields.js';
export type { EventTrackRequest } from './types/event-track.js';
export type {
  EventTrackBulkRequest,
  EventTrackBulkResponse,
  FailedEventUpdates,
} from './types/event-track-bulk.js';

export type { ExportFileAddress, ExportFileMethods } from './streams/export-file-methods.js';
export type * from './generated/index.js';

export type {
  BatchFailureCode,
  BatchOutcome,
  DeliveredOutcome,
  FailedOutcome,
  OutcomeOf,
  UnknownOutcome,
} from './batch/batch-outcome.js';
export type { BatchOutcomes } from './batch/batch-outcomes.js';
export type {
  BatchOptions,
  SubscribeManyOptions,
  UnsubscribeManyOptions,
  UpdateManyOptions,
} from './batch/batch-options.js';
export type { BatchStatistics } from './batch/batch-statistics.js';
export type { EventBatches } from './batch/event-batches.js';
export type { ListBatches } from './batch/list-batches.js';
export type { RecordSource } from './batch/send-many.js';
export type { UserBatches } from './batch/user-batches.js';

export type { IterableErrorCode } from './errors/error-code.js';
export { type CallEffect, type CallFacts, IterableError } from './errors/iterable-error.js';
export { type ApiReplyFacts, IterableApiError } from './errors/iterable-api-error.js';
export { IterableAbortError } from './errors/iterable-abort-error.js';
export { IterableConfigurationError } from './errors/iterable-configuration-error.js';
export { IterableExportError } from './errors/iterable-export-error.js';
export { IterableInputError } from './errors/iterable-input-error.js';
export { IterableNetworkError } from './errors/iterable-network-error.js';
export { IterableRateLimitError } from './errors/iterable-rate-limit-error.js';
export { IterableResponseError, type ResponseFacts } from './errors/iterable-response-error.js';
export { IterableTimeoutError } from './errors/iterable-timeout-error.js';
