import { envelope, type Reply } from '../http/reply.js';

/** No key, or one that the project does not have. */
export function badApiKey(ip: string, endpoint: string): Reply {
  return envelope(401, 'BadApiKey', 'Invalid API key', { ip, endpoint });
}

/** The key exists and may not call this operation. */
export function insufficientPrivileges(
  { ip, path: endpoint }: { readonly ip: string; readonly path: string },
  keyNumber: number,
  apiKeyType: 'Mobile' | 'ReadOnly',
): Reply {
  return envelope(401, 'BadApiKey', 'Disabled API key or insufficient privileges', {
    ip,
    endpoint,
    // Iterable names the key; a key may be a secret here, so the sandbox says which one it is.
    apiKeyIdentifier: `key-${keyNumber}`,
    apiKeyType,
  });
}

/** A JWT-enabled key without a usable `Authorization` header. */
export function missingBearer(): Reply {
  return envelope(401, 'BadAuthorizationHeader', 'JWT Authorization header is not set');
}

/** The token is for another user than the request. */
export function identifiersMismatched(): Reply {
  return envelope(
    401,
    'JwtUserIdentifiersMismatched',
    'JWT user identifiers do not match the user identifiers of the request',
  );
}

/** The token names a user whom an email-based project cannot find. */
export function emailNotFound(): Reply {
  return envelope(401, 'InvalidJwtPayload', 'Email could not be found');
}

/** The token was issued before the tokens of its user were invalidated. */
export function tokenInvalidated(): Reply {
  return envelope(401, 'InvalidJwtPayload', 'JWT token has been invalidated');
}

/** What Iterable says about each fault of a token; its own SDKs compare without case. */
const TOKEN_MESSAGES: Readonly<Record<string, string>> = {
  JWT_MALFORMED: 'JWT format is invalid',
  JWT_ALGORITHM: 'JWT is invalid',
  JWT_SIGNATURE: 'JWT is invalid',
  JWT_EXPIRED: 'JWT token is expired',
  JWT_NOT_YET_VALID: 'JWT is invalid',
  JWT_LIFETIME: 'Exp must be less than 1 year from iat',
  JWT_CLAIMS: 'Invalid payload',
  JWT_IDENTITY: 'JWT payload requires a value for userId or email',
};

/** The reply to a token that was refused with one of the codes of `@org/auth`. */
export function badToken(code: string): Reply | undefined {
  const msg = TOKEN_MESSAGES[code];
  return msg === undefined ? undefined : envelope(401, 'InvalidJwtPayload', msg);
}
