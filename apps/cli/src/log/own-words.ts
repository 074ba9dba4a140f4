/** What is known of a failure. */
export interface ToldFailure {
  readonly code: string;
  readonly reason: string;
  /** There where Iterable gave a reply. */
  readonly httpStatus?: number;
}

/**
 * Codes whose reasons are made of names of fields, types, figures and sentences of this program. All
 * others quote what Iterable, the sync's own code or an authenticator said.
 */
const OWN: ReadonlySet<string> = new Set([
  // Checks before sending.
  'DUPLICATE_KEY',
  'DUPLICATE_USER',
  'IDENTIFIER',
  'RESERVED_FIELD',
  'FIELD_NAME',
  'FIELD_TYPE',
  'VALUE_TOO_LONG',
  'BROKEN_TEXT',
  'TOO_LARGE',
  'EVENT_NAME',
  'EVENT_ID',
  'INVALID_INPUT',
  // No reply, or none that could be read.
  'NETWORK_ERROR',
  'TIMEOUT',
  'NO_REPLY',
  'RESPONSE_SHAPE',
  'UNREADABLE_REPLY',
  'REDIRECT_REFUSED',
  'RATE_LIMIT',
  'RATE_LIMIT_WAIT',
  'ABORTED',
  'AMBIGUOUS_REPLY',
  // What lists in a bulk reply mean.
  'INVALID_IDENTIFIER',
  'NOT_FOUND',
  'INVALID_DATA',
  'CONFLICT',
  'FORGOTTEN',
  'INTERNAL_ERROR',
  'NO_OP',
  'REJECTED',
  'FIELDS_FILTERED',
  'SENDING',
]);

const INSTEAD: Readonly<Record<string, string>> = {
  KEY: 'Not sent: the key function of the sync failed.',
  MAPPING: 'Not sent: the mapping of the sync failed, or gave what can’t be sent.',
  NOT_SENT: 'It was not sent.',
  UNEXPECTED: 'The authenticator failed.',
};

/**
 * Why something failed, without a word of others. Those may name users in any way, so that no search
 * could find them all; the code says what it was.
 */
export function ownWords({ code, reason, httpStatus }: ToldFailure): string {
  if (httpStatus === undefined && OWN.has(code)) return reason;
  const status = httpStatus === undefined ? '' : ` HTTP ${String(httpStatus)}`;
  return INSTEAD[code] ?? `Iterable answered${status} ${code}.`;
}
