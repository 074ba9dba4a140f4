export { IterableClient } from './iterable-client.js';

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
export type { ClientStatistics, OperationStatistics } from './types/statistics.js';
export { RateLimiter, type RateLimiterOptions } from './rate-limit/rate-limiter.js';
export type { RateLimitOptions, RateLimitState } from './types/rate-limits.js';
export type { RetryCause } from './retry/retry-cause.js';
export type { HttpMethod, Rate } from './operations/operation.js';

export type { UsersOperations } from './operations/users-operations.js';
export type { EventsOperations } from './operations/events-operations.js';
export type { DataFields, DataValue } from './types/data-fields.js';
export type { Identified } from './types/identified.js';
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

export type { IterableErrorCode } from './errors/error-code.js';
export { type CallEffect, type CallFacts, IterableError } from './errors/iterable-error.js';
export { type ApiReplyFacts, IterableApiError } from './errors/iterable-api-error.js';
export { IterableAbortError } from './errors/iterable-abort-error.js';
export { IterableConfigurationError } from './errors/iterable-configuration-error.js';
export { IterableInputError } from './errors/iterable-input-error.js';
export { IterableNetworkError } from './errors/iterable-network-error.js';
export { IterableRateLimitError } from './errors/iterable-rate-limit-error.js';
export { IterableResponseError, type ResponseFacts } from './errors/iterable-response-error.js';
export { IterableTimeoutError } from './errors/iterable-timeout-error.js';
