import type { DatabaseErrorCode } from './database-error-code.js';

/** Codes of Node's network errors; anything else about a socket is a lost connection. */
const BY_NODE_CODE: Readonly<Record<string, DatabaseErrorCode>> = {
  ECONNREFUSED: 'CONNECTION_REFUSED',
  // A Unix socket that is not there, or not ours to open.
  ENOENT: 'CONNECTION_REFUSED',
  EACCES: 'CONNECTION_REFUSED',
  EPERM: 'CONNECTION_REFUSED',
  ENOTFOUND: 'HOST_NOT_FOUND',
  EAI_AGAIN: 'HOST_NOT_FOUND',
  EAI_FAIL: 'HOST_NOT_FOUND',
  EAI_NODATA: 'HOST_NOT_FOUND',
  EHOSTUNREACH: 'CONNECTION_TIMEOUT',
  ENETUNREACH: 'CONNECTION_TIMEOUT',
  ETIMEDOUT: 'CONNECTION_TIMEOUT',
  EPROTO: 'TLS',
};

/** OpenSSL's verdicts on a certificate, and Node's own TLS errors. */
const TLS_CODE =
  /^(ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|INVALID_CA|HOSTNAME_MISMATCH)/;

/** What node-postgres says without giving it a code. */
const BY_MESSAGE: readonly (readonly [RegExp, DatabaseErrorCode])[] = [
  [/SSL connection/, 'TLS'],
  [/^SASL:|SCRAM|password must be a string/i, 'AUTHENTICATION_FAILED'],
  [/timeout exceeded when trying to connect/, 'POOL_EXHAUSTED'],
  [/connection timeout|timeout expired/, 'CONNECTION_TIMEOUT'],
  [/after calling end on the pool/, 'CLOSED'],
  [/Connection terminated|connection error|Client was closed/, 'CONNECTION_LOST'],
];

/** The code of an error that did not come from the server. */
export function codeOfClientError(error: unknown): DatabaseErrorCode {
  const code = nodeCode(error);
  const known = code === undefined ? undefined : BY_NODE_CODE[code];
  if (known !== undefined) return known;
  if (code !== undefined && TLS_CODE.test(code)) return 'TLS';
  const message = error instanceof Error ? error.message : '';
  const said = BY_MESSAGE.find(([pattern]) => pattern.test(message));
  if (said !== undefined) return said[1];
  return code === undefined ? 'QUERY_FAILED' : 'CONNECTION_LOST';
}

function nodeCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
