/** The codes that Iterable documents. Others occur, so any string is possible. */
export type IterableCode =
  | 'Success'
  | 'BadApiKey'
  | 'BadAuthorizationHeader'
  | 'BadJsonBody'
  | 'BadParams'
  | 'BatchTooLarge'
  | 'DatabaseError'
  | 'EmailAlreadyExists'
  | 'ExternalKeyConflict'
  | 'Forbidden'
  | 'ForbiddenParamsError'
  | 'ForgottenUserError'
  | 'GenericError'
  | 'InvalidEmailAddressError'
  | 'InvalidJwtPayload'
  | 'InvalidUserIdError'
  | 'JwtUserIdentifiersMismatched'
  | 'NotFound'
  | 'QueueEmailError'
  | 'RateLimitExceeded'
  | 'RequestFieldsTypesMismatched'
  | 'Unauthorized'
  | 'UniqueFieldsLimitExceeded'
  | 'UnknownEmailError'
  | 'UnknownUserIdError'
  | 'UserIdAlreadyExists'
  | (string & {});

/** The reply of operations on one record. It only gets to the caller with the code `Success`. */
export interface IterableApiResponse {
  readonly code: IterableCode;
  /** May be empty. */
  readonly msg?: string | null;
  /** `null` in most replies. */
  readonly params?: Readonly<Record<string, unknown>> | null;
}
