export { apiKeyAuth, type ApiKeyAuthenticator, type ApiKeyAuthOptions } from './api-key-auth.js';
export { AuthEnvironmentError, type EnvironmentProblem } from './auth-environment-error.js';
export { AuthError, type AuthErrorCode } from './auth-error.js';
export {
  authFromEnvironment,
  type AuthFromEnvironmentOptions,
  type EnvironmentAuth,
} from './auth-from-environment.js';
export type { AuthWarning, AuthWarningCode } from './auth-warning.js';
export type { Authenticator, AuthMethod, RequestHeaders } from './authenticator.js';
export type { JwtAuthOptions, SignedEvent } from './jwt-auth-options.js';
export { jwtAuth } from './jwt-auth.js';
export type { JwtAuthenticator } from './jwt-authenticator.js';
export type { JwtClaims } from './jwt-claims.js';
export type { Environment } from './read-environment.js';
export { Secret } from './secret.js';
export type { Subject } from './subject.js';
export { verifyJwt, type VerifyJwtOptions } from './verify-jwt.js';
