import type { BatchFailureCode, IterableErrorCode } from '@org/iterable-client';

/** What is known of a failure. */
export interface FailureFacts {
  readonly code: string;
  readonly httpStatus?: number;
}

/** What a person can do about a failure; every code that a delivery can fail with has something. */
export function adviceFor({ code, httpStatus = 0 }: FailureFacts): string {
  if (Object.hasOwn(ADVICE, code)) return ADVICE[code as Code];
  if (httpStatus >= 500) return TRY_AGAIN;
  return 'The reason is what Iterable said; the file of failures has all that is known of each record.';
}

/** Run again: what did not arrive is sent, and nothing else is. */
const TRY_AGAIN =
  'Trouble at Iterable that passes: run again. Only what did not arrive is sent, and sending twice has no further effect.';
const CREDENTIALS =
  'Check ITERABLE_API_KEY: a server-side key of this project and data center (ITERABLE_DATA_CENTER), or with USE_JWT_AUTH=true a JWT-enabled key and its ITERABLE_JWT_SECRET.';
const UNKNOWN_USER =
  'Iterable does not know the user. One that is new is known after about a minute: run again, and only what failed is sent. If it stays unknown, send its profile too.';
const BAD_IDENTIFIER =
  'Correct the address or user id in the database, or leave such rows out of the query. A user that was deleted lately can be refused so, too.';
const CONFLICT =
  'Another user of the project has this address or user id: correct the row, or merge the two in Iterable.';
const FORGOTTEN =
  'The user asked to be forgotten (GDPR) and can never be sent: leave forgotten users out of the query.';
const BAD_TYPE =
  'The first value that Iterable got has fixed the type of the field for ever: cast the column in the query to that type, or send it as another field.';
const BAD_DATA =
  'Correct the value that the reason names, in the query or in the mapping of the sync.';
const TOO_LARGE = 'Send fewer or shorter fields: a request has room for 4 MB.';
const NO_ROOM =
  'The project has no room for more fields: send fewer new ones, remove unused ones, or ask Iterable for more.';
const LIMIT =
  'Other tools use up the limits of the project at the same time: run again later, or with a higher ITERABLE_MAX_ATTEMPTS.';
const NO_REPLY =
  'Check the network on the way to Iterable, and raise ITERABLE_TIMEOUT_MS where replies are slow. Then run again: sending twice has no further effect.';
const NOT_ITERABLE =
  'Something else than Iterable seems to answer: check ITERABLE_BASE_URL, ITERABLE_DATA_CENTER, and proxies on the way.';
const NOT_SENT = 'Run again: it was not sent, and will be then.';
const ONE_ROW_EACH =
  'Let the query return one row for each: rows that share one overwrite each other.';

/** Codes of checks before sending, of `@org/sync`, which also has some of the client's. */
const OF_CHECKS = {
  KEY: 'Let the query return a key for each row, and the key function of the sync give it as text.',
  DUPLICATE_KEY: ONE_ROW_EACH,
  DUPLICATE_USER: ONE_ROW_EACH,
  IDENTIFIER: BAD_IDENTIFIER,
  MAPPING:
    'Correct the mapping of the sync: it fails for such rows, or gives what Iterable does not take.',
  RESERVED_FIELD: 'Iterable writes this field itself: rename it, or leave it out.',
  FIELD_NAME: 'Rename the field: a blank name is refused, and a dot is read as a path.',
  FIELD_TYPE: BAD_TYPE,
  VALUE_TOO_LONG: 'Shorten the text in the query.',
  BROKEN_TEXT:
    'Repair the text in the database: it was cut within a character, or decoded wrongly.',
  EVENT_NAME: 'Give the event a name that is a text and not blank.',
  EVENT_ID:
    'Use letters, digits and hyphens, 512 at most; or give no id, and one is made of the row.',
} as const;

/** Codes of single calls and of records in a batch. */
const OF_CLIENT: Readonly<
  Record<Exclude<BatchFailureCode | IterableErrorCode, 'EXPORT_INCOMPLETE'>, string>
> = {
  API_ERROR:
    'The reason is what Iterable said; the file of failures has all that is known of each record.',
  RATE_LIMIT_EXHAUSTED: LIMIT,
  RATE_LIMIT_WAIT: LIMIT,
  RATE_LIMIT: LIMIT,
  EVENT_DISALLOWED:
    'The project blocks events of this name: allow it in its settings, or leave the event out.',
  NETWORK_ERROR: NO_REPLY,
  TIMEOUT: NO_REPLY,
  NO_REPLY: NO_REPLY,
  ABORTED: NOT_SENT,
  RESPONSE_SHAPE: NOT_ITERABLE,
  UNREADABLE_REPLY: NOT_ITERABLE,
  REDIRECT_REFUSED: NOT_ITERABLE,
  REQUEST_REFUSED: NOT_ITERABLE,
  INVALID_INPUT: BAD_DATA,
  CONFIGURATION: CREDENTIALS,
  AUTHENTICATION: CREDENTIALS,
  TOO_LARGE,
  INVALID_IDENTIFIER: BAD_IDENTIFIER,
  NOT_FOUND: UNKNOWN_USER,
  INVALID_DATA: BAD_DATA,
  CONFLICT,
  FORGOTTEN,
  INTERNAL_ERROR: TRY_AGAIN,
  SERVER_ERROR: TRY_AGAIN,
  NO_OP: 'Iterable counts it as failed and says that it changes nothing: nothing needs to be done.',
  REJECTED: 'Send such a record alone (--delivery single): Iterable then says more.',
  REFUSED: BAD_DATA,
  FIELDS_FILTERED:
    'Create the fields in Iterable, let the project create new ones, or do without --strict-fields.',
  FIELDS_LIMIT: NO_ROOM,
};

/** Codes of runs that end before it is known what became of a record, or before its turn. */
const OF_ENDS = {
  AMBIGUOUS_REPLY: TRY_AGAIN,
  STOPPED: NOT_SENT,
  NOT_SENT,
  SENDING:
    'If no run is going on, the last one was killed: run again. What was on its way is sent again, which has no further effect.',
} as const;

/** Codes that Iterable itself gives. */
const OF_ITERABLE = {
  BadApiKey: CREDENTIALS,
  BadAuthorizationHeader: CREDENTIALS,
  BadJsonBody: BAD_DATA,
  BadParams: BAD_DATA,
  BatchTooLarge: TOO_LARGE,
  DatabaseError: TRY_AGAIN,
  EmailAlreadyExists: CONFLICT,
  ExternalKeyConflict: CONFLICT,
  Forbidden: CREDENTIALS,
  ForbiddenParamsError: CREDENTIALS,
  ForgottenUserError: FORGOTTEN,
  GenericError: TRY_AGAIN,
  InvalidEmailAddressError: BAD_IDENTIFIER,
  InvalidJwtPayload: CREDENTIALS,
  InvalidUserIdError: BAD_IDENTIFIER,
  JwtUserIdentifiersMismatched:
    'The token is signed for another user than the body has: let user and event of a row have the same identifier.',
  NotFound: UNKNOWN_USER,
  QueueEmailError: TRY_AGAIN,
  RateLimitExceeded: LIMIT,
  RequestFieldsTypesMismatched: BAD_TYPE,
  Unauthorized: CREDENTIALS,
  UniqueFieldsLimitExceeded: NO_ROOM,
  UnknownEmailError: UNKNOWN_USER,
  UnknownUserIdError: UNKNOWN_USER,
  UserIdAlreadyExists: CONFLICT,
} as const;

const ADVICE = { ...OF_CHECKS, ...OF_CLIENT, ...OF_ENDS, ...OF_ITERABLE };
type Code = keyof typeof ADVICE;
