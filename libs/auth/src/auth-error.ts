/** Every code that an {@link AuthError} of this library may carry. */
export type AuthErrorCode =
  /** JWT headers were asked for without saying which user the request is about. */
  | 'SUBJECT_REQUIRED'
  /** The subject has both identifiers, neither, or one that is blank or not a string. */
  | 'SUBJECT_INVALID'
  /** Environment variables are missing or cannot be used; see `problems`. */
  | 'AUTH_ENVIRONMENT'
  /** The token is not a JWT: not three base64url parts, or not JSON inside. */
  | 'JWT_MALFORMED'
  /** The token names another algorithm than HS256. */
  | 'JWT_ALGORITHM'
  /** The signature was not made with this secret. */
  | 'JWT_SIGNATURE'
  /** `exp` has passed. */
  | 'JWT_EXPIRED'
  /** `iat` or `nbf` lies in the future. */
  | 'JWT_NOT_YET_VALID'
  /** `exp` is more than a year after `iat`. */
  | 'JWT_LIFETIME'
  /** A claim is missing or has the wrong type. */
  | 'JWT_CLAIMS'
  /** The payload has both `email` and `userId`, neither, or a blank one. */
  | 'JWT_IDENTITY';

/**
 * Expected trouble with credentials, told apart by `code`. Never holds a secret, a token or an
 * identifier. Wrong options are a `TypeError` instead.
 */
export class AuthError extends Error {
  override readonly name: string = 'AuthError';
  readonly code: AuthErrorCode;

  constructor(code: AuthErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
