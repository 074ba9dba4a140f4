import { createHmac, type KeyLike } from 'node:crypto';

/** JWTs by `node:crypto` alone, to hold against those of the library. */

export const HS256 = { alg: 'HS256', typ: 'JWT' };

export function base64url(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString(
    'base64url',
  );
}

export function signToken(payload: unknown, secret: string | KeyLike, header: unknown = HS256) {
  const signed = `${base64url(header)}.${base64url(payload)}`;
  return `${signed}.${createHmac('sha256', secret as string)
    .update(signed)
    .digest('base64url')}`;
}

export interface ReadToken {
  readonly header: unknown;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly signature: string;
  readonly signed: string;
}

export function readToken(token: string): ReadToken {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const parse = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
  return {
    header: parse(header),
    payload: parse(payload) as ReadToken['payload'],
    signature,
    signed: `${header}.${payload}`,
  };
}

/** The token of an `Authorization: Bearer` header. */
export function bearer(headers: Readonly<Record<string, string>>): string {
  const match = /^Bearer (?<token>[\w-]+\.[\w-]+\.[\w-]+)$/.exec(headers['Authorization'] ?? '');
  if (!match?.groups?.['token']) throw new Error('no bearer token');
  return match.groups['token'];
}
