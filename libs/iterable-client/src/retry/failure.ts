/** Iterable's answer that it did not work. */
export interface ApiFailure {
  readonly kind: 'api';
  readonly code: 'API_ERROR' | 'EVENT_DISALLOWED';
  readonly status: number;
  readonly iterableCode?: string | undefined;
  readonly msg?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  /** The start of a body that was no envelope. */
  readonly body?: string | undefined;
  readonly requestId?: string | undefined;
  /** The least wait the server asked for. */
  readonly hintMs?: number | undefined;
}

/** A reply that proves nothing. */
export interface ResponseFailure {
  readonly kind: 'response';
  readonly code: 'RESPONSE_SHAPE' | 'REDIRECT_REFUSED';
  readonly status: number;
  readonly problem: string;
  readonly body?: string | undefined;
  readonly requestId?: string | undefined;
}

/** No reply. */
export interface NetworkFailure {
  readonly kind: 'network';
  /** Clean: name, message and code only. */
  readonly cause: Error;
  readonly systemCode?: string | undefined;
}

/** No whole reply in time. */
export interface TimeoutFailure {
  readonly kind: 'timeout';
  readonly timeoutMs: number;
}

/** What can go wrong with one attempt, as plain data, so that the decisions on it are pure. */
export type Failure = ApiFailure | ResponseFailure | NetworkFailure | TimeoutFailure;
