import { AuthError, Secret, verifyJwt, type JwtClaims } from '@org/auth';
import type { IncomingHttpHeaders } from 'node:http';
import type { Operation } from '../contract/operation.js';
import type { Reply } from '../http/reply.js';
import type { ApiKey } from './api-key.js';
import { badApiKey, badToken, insufficientPrivileges, missingBearer } from './auth-replies.js';

/** Let in; `claims` where the key is JWT-enabled. */
export interface Admission {
  readonly claims?: JwtClaims;
}

/** What is needed of a request to let it in, before its body is looked at. */
export interface Credentials {
  readonly headers: IncomingHttpHeaders;
  readonly ip: string;
  readonly path: string;
}

/** Checks keys and tokens. */
export class Authenticator {
  readonly #keys: ReadonlyMap<string, KnownKey>;
  readonly #now: () => number;

  constructor(keys: readonly ApiKey[], now: () => number) {
    this.#keys = new Map(keys.map(({ key, jwtSecret }, i) => [key, knownKey(i + 1, jwtSecret)]));
    this.#now = now;
  }

  /** Answers at once for a plain key; a token takes a promise. */
  admit(
    operation: Operation,
    { headers, ip, path }: Credentials,
  ): Admission | Reply | Promise<Admission | Reply> {
    const sent = headers['api-key'] ?? headers['api_key'];
    const found = typeof sent === 'string' ? this.#keys.get(sent) : undefined;
    if (!found) return badApiKey(ip, path);
    if (!found.secret) return ADMITTED;
    if (operation.access === 'server') return insufficientPrivileges(ip, path, found.number);
    const token = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
    return token === undefined ? missingBearer() : this.#verify(token, found.secret);
  }

  async #verify(token: string, secret: Secret): Promise<Admission | Reply> {
    try {
      return { claims: await verifyJwt(token, { secret, now: this.#now }) };
    } catch (error) {
      const reply = error instanceof AuthError ? badToken(error.code) : undefined;
      if (reply) return reply;
      throw error;
    }
  }
}

const ADMITTED: Admission = {};

interface KnownKey {
  /** Its place among the keys: what a reply may call it. */
  readonly number: number;
  readonly secret?: Secret;
}

function knownKey(number: number, jwtSecret: string | undefined): KnownKey {
  return jwtSecret === undefined ? { number } : { number, secret: new Secret(jwtSecret) };
}
