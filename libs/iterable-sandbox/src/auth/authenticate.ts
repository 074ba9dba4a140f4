import { AuthError, Secret, verifyJwt, type JwtClaims } from '@org/auth';
import type { IncomingHttpHeaders } from 'node:http';
import type { Operation } from '../contract/operation.js';
import type { Reply } from '../http/reply.js';
import type { DataCenter } from '../state/data-center.js';
import type { ApiKey } from './api-key.js';
import { badApiKey, badToken, insufficientPrivileges, missingBearer } from './auth-replies.js';

/** Let in; `claims` where the key is JWT-enabled. */
export interface Admission {
  /** Which of the keys it was, counted from 1. */
  readonly keyNumber: number;
  readonly claims?: JwtClaims;
}

/** What is needed of a request to let it in, before its body is looked at. */
export interface Credentials {
  readonly headers: IncomingHttpHeaders;
  readonly ip: string;
  readonly path: string;
  /** The time by which a token is judged, in milliseconds since 1970. */
  readonly at: number;
}

/** Checks keys and tokens. */
export class Authenticator {
  readonly #keys: ReadonlyMap<string, KnownKey>;

  /** Keys of another data center are as unknown here as any other. */
  constructor(keys: readonly ApiKey[], here: DataCenter) {
    this.#keys = new Map(
      keys
        .map((key, i) => [key, knownKey(i + 1, key)] as const)
        .filter(([{ dataCenter = here }]) => dataCenter === here)
        .map(([{ key }, known]) => [key, known]),
    );
  }

  /** Answers at once for a plain key; a token takes a promise. */
  admit(
    operation: Operation,
    { headers, ip, path, at }: Credentials,
  ): Admission | Reply | Promise<Admission | Reply> {
    const sent = headers['api-key'] ?? headers['api_key'];
    const found = typeof sent === 'string' ? this.#keys.get(sent) : undefined;
    if (!found) return badApiKey(ip, path);
    if (found.readOnly && operation.access !== 'read') {
      return insufficientPrivileges({ ip, path }, found.number, 'ReadOnly');
    }
    if (!found.secret) return found.admission;
    if (operation.access !== 'user') {
      return insufficientPrivileges({ ip, path }, found.number, 'Mobile');
    }
    const token = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
    return token === undefined
      ? missingBearer()
      : this.#verify(token, found.secret, { ...found.admission, at });
  }

  async #verify(
    token: string,
    secret: Secret,
    { keyNumber, at }: { readonly keyNumber: number; readonly at: number },
  ): Promise<Admission | Reply> {
    try {
      return { keyNumber, claims: await verifyJwt(token, { secret, now: () => at }) };
    } catch (error) {
      const reply = error instanceof AuthError ? badToken(error.code) : undefined;
      if (reply) return reply;
      throw error;
    }
  }
}

interface KnownKey {
  /** Its place among the keys: what a reply may call it. */
  readonly number: number;
  readonly readOnly: boolean;
  readonly secret?: Secret;
  /** What a request with this key alone gets; made once. */
  readonly admission: Admission;
}

function knownKey(number: number, { jwtSecret, readOnly = false }: ApiKey): KnownKey {
  const secret = jwtSecret === undefined ? undefined : new Secret(jwtSecret);
  return { number, readOnly, ...(secret && { secret }), admission: { keyNumber: number } };
}
