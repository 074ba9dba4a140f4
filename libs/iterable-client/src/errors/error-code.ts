/**
 * The stable codes of all errors of this library.
 *
 * - `API_ERROR`: Iterable answered with an error status, or with a code other than `Success`.
 * - `RATE_LIMIT_EXHAUSTED`: the last reply was a 429, and attempts or time ran out.
 * - `RATE_LIMIT_WAIT`: the rate limit let no request start before the call's time was up.
 * - `EVENT_DISALLOWED`: the event's name is blocked in the project. Iterable answers this with HTTP 200.
 * - `NETWORK_ERROR`: no reply: connection refused, reset, name not found, …
 * - `TIMEOUT`: no whole reply within the time limit of an attempt or of the call.
 * - `ABORTED`: the caller's signal was aborted.
 * - `RESPONSE_SHAPE`: a 2xx reply that is not what the operation answers (empty, HTML, cut short, …).
 * - `REDIRECT_REFUSED`: a redirect, which is never followed because the request carries the API key.
 * - `EXPORT_INCOMPLETE`: the files of an export job are not all of its data.
 * - `INVALID_INPUT`: a value that cannot be sent as it is; nothing was sent.
 * - `CONFIGURATION`: the authenticator gave headers that cannot be sent; nothing was sent.
 */
export type IterableErrorCode =
  | 'API_ERROR'
  | 'RATE_LIMIT_EXHAUSTED'
  | 'RATE_LIMIT_WAIT'
  | 'EVENT_DISALLOWED'
  | 'NETWORK_ERROR'
  | 'TIMEOUT'
  | 'ABORTED'
  | 'RESPONSE_SHAPE'
  | 'REDIRECT_REFUSED'
  | 'EXPORT_INCOMPLETE'
  | 'INVALID_INPUT'
  | 'CONFIGURATION';
