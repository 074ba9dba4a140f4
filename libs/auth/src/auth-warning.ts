/** What a warning is about. */
export type AuthWarningCode =
  /** The JWT secret has fewer than 32 bytes, the size of the hash it keys. */
  | 'SHORT_JWT_SECRET'
  /** The JWT secret begins or ends with white space, which is part of it. */
  | 'JWT_SECRET_WHITESPACE'
  /** JWT is in use without an API key; Iterable's JWT-enabled keys need both headers. */
  | 'JWT_WITHOUT_API_KEY'
  /** JWT was asked for, there is no secret, and the API key is used in its place. */
  | 'JWT_FELL_BACK_TO_API_KEY';

/** Something about the credentials that works but should be known. Holds nothing secret. */
export interface AuthWarning {
  readonly code: AuthWarningCode;
  /** A sentence for people. */
  readonly message: string;
}
