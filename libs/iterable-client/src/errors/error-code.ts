/**
 * The stable codes of all errors of this library.
 *
 * - `api-error`: Iterable answered with an error status, or with a code other than `Success`.
 * - `rate-limit-exhausted`: the last reply was a 429, and attempts or time ran out.
 * - `rate-limit-wait`: the rate limit let no request start before the call's time was up.
 * - `event-disallowed`: the event's name is blocked in the project. Iterable answers this with HTTP 200.
 * - `network-error`: no reply: connection refused, reset, name not found, …
 * - `timeout`: no whole reply within the time limit of an attempt or of the call.
 * - `aborted`: the caller's signal was aborted.
 * - `response-shape`: a 2xx reply that is not what the operation answers (empty, HTML, cut short, …).
 * - `redirect-refused`: a redirect, which is never followed because the request carries the API key.
 * - `export-incomplete`: the files of an export job are not all of its data.
 * - `invalid-input`: a value that cannot be sent as it is; nothing was sent.
 * - `configuration`: the authenticator gave headers that cannot be sent; nothing was sent.
 */
export type IterableErrorCode =
  | 'api-error'
  | 'rate-limit-exhausted'
  | 'rate-limit-wait'
  | 'event-disallowed'
  | 'network-error'
  | 'timeout'
  | 'aborted'
  | 'response-shape'
  | 'redirect-refused'
  | 'export-incomplete'
  | 'invalid-input'
  | 'configuration';
