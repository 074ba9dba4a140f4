import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ADA, API_KEY, BEN, NOW, NOW_MS, SECRET } from '../test/fixtures.js';
import { bearer, HS256, readToken } from '../test/reference-jwt.js';
import { thrownBy } from '../test/thrown-by.js';
import { jwtAuth } from './jwt-auth.js';
import { Secret } from './secret.js';
import type { Subject } from './subject.js';
import { setUp } from '../test/set-up.js';

describe('a token', () => {
  it.each([ADA, BEN])('has this header and this payload, and nothing more: %o', async (subject) => {
    const { header, payload } = readToken(await setUp().tokenOf(subject));
    expect(header).toStrictEqual(HS256);
    expect(payload).toStrictEqual({
      iss: 'iterable-integration',
      iat: NOW,
      exp: NOW + 3600,
      ...subject,
    });
  });

  it('has the issuer, lifetime and skew that were asked for', async () => {
    const options = { issuer: 'acme', lifetimeSeconds: 31_536_000, clockSkewSeconds: 30 };
    const { payload } = readToken(await setUp(options).tokenOf(ADA));
    expect(payload).toMatchObject({ iss: 'acme', iat: NOW - 30, exp: NOW - 30 + 31_536_000 });
  });

  it('is signed with the UTF-8 bytes of the secret, whatever its letters and identifiers', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1 }).filter((value) => value.trim() !== '');
    await fc.assert(
      fc.asyncProperty(text, text, fc.boolean(), async (secret, id, isEmail) => {
        const { tokenOf } = setUp({ secret });
        const token = await tokenOf(isEmail ? { email: id } : { userId: id });
        const { payload, signature, signed } = readToken(token);
        const key = Buffer.from(secret, 'utf8');
        expect(signature).toBe(createHmac('sha256', key).update(signed).digest('base64url'));
        expect(payload[isEmail ? 'email' : 'userId']).toBe(id);
      }),
    );
  });

  it('is not made of the bytes that a hexadecimal secret stands for', async () => {
    const secret = 'ab'.repeat(32);
    const { signature, signed } = readToken(await setUp({ secret }).tokenOf(ADA));
    expect(signature).toBe(createHmac('sha256', secret).update(signed).digest('base64url'));
  });
});

describe('headers', () => {
  it('are Authorization alone without an API key, and Api-Key too with one', async () => {
    expect(Object.keys(await setUp().auth.headers(ADA))).toEqual(['Authorization']);
    const { auth } = setUp({ apiKey: new Secret(API_KEY), secret: new Secret(SECRET) });
    const headers = await auth.headers(ADA);
    expect(Object.keys(headers)).toEqual(['Authorization', 'Api-Key']);
    expect(headers['Authorization']).toMatch(/^Bearer ./);
    expect(headers['Api-Key']).toBe(API_KEY);
  });

  it('come at once, and frozen, where the token is kept', async () => {
    const { auth, signed } = setUp();
    const first = await auth.headers(ADA);
    expect(auth.headers({ ...ADA })).toBe(first);
    expect(Object.isFrozen(first)).toBe(true);
    expect(signed).toHaveLength(1);
  });

  it('are of the very user: case, spaces and kind of identifier tell users apart', async () => {
    const { tokenOf, signed } = setUp();
    const subjects: Subject[] = [
      { email: 'ada@example.com' },
      { email: 'Ada@example.com' },
      { email: 'ada@example.com ' },
      { userId: 'ada@example.com' },
      { userId: 'email:ada@example.com' },
    ];
    const tokens = [];
    for (const subject of subjects) tokens.push(await tokenOf(subject));
    const identities = tokens.map((token) => {
      const { email, userId } = readToken(token).payload;
      return email === undefined ? { userId } : { email };
    });
    expect(identities).toEqual(subjects);
    expect(signed.map((event) => event.subject)).toEqual(subjects);
  });
});

it('imports the secret once, however much it signs', async () => {
  const importKey = vi.spyOn(crypto.subtle, 'importKey');
  const { auth } = setUp();
  await Promise.all([auth.headers(ADA), auth.headers(BEN)]);
  auth.renew();
  await auth.headers(ADA);
  expect(importKey).toHaveBeenCalledOnce();
});

describe('onSigned', () => {
  it('hears of each token, without the token', async () => {
    const { auth, signed } = setUp();
    await auth.headers(ADA);
    await auth.headers(ADA);
    expect(signed).toStrictEqual([{ subject: ADA, issuedAt: NOW, expiresAt: NOW + 3600 }]);
  });
});

describe('a subject', () => {
  it.each([undefined, null])('that is %s is asked for', (subject) => {
    const error = thrownBy(() => setUp().auth.headers(subject as never));
    expect(error).toMatchObject({ name: 'AuthError', code: 'SUBJECT_REQUIRED' });
    expect(String(error)).toContain('need an API key');
  });

  it.each([
    [{ email: 'a@example.com', userId: 'b' }, 'received both'],
    [{}, 'received neither'],
    [{ mail: 'a@example.com' }, 'received neither'],
    [{ email: '' }, 'an empty email'],
    [{ userId: ' \t' }, 'a blank userId'],
    [{ email: null }, 'email of type null'],
    [{ userId: 7 }, 'userId of type number'],
    [{ email: ['a@example.com'] }, 'email of type array'],
    ['a@example.com', 'received string'],
  ])('such as %j is refused, without being repeated', (subject, what) => {
    const { auth } = setUp();
    for (const ask of [() => auth.headers(subject as never), () => auth.renew(subject as never)]) {
      const error = thrownBy(ask);
      expect(error).toMatchObject({ name: 'AuthError', code: 'SUBJECT_INVALID' });
      expect(String(error)).toContain(what);
      expect(String(error)).not.toContain('example.com');
    }
  });

  it('may carry the other identifier as undefined', async () => {
    const subject = { email: undefined, userId: 'ben-7' } as unknown as Subject;
    const { payload } = readToken(await setUp().tokenOf(subject));
    expect(payload).toMatchObject(BEN);
    expect(payload).not.toHaveProperty('email');
  });
});

it.each([Number.NaN, Infinity, '1768314645678', undefined])(
  'refuses a clock that says %j',
  async (time) => {
    const { auth } = setUp({ now: () => time as number });
    await expect(auth.headers(ADA)).rejects.toThrow(/^jwtAuth: now must return milliseconds/);
  },
);

it('goes by the clock of the machine where none is given', async () => {
  vi.useFakeTimers({ now: NOW_MS, toFake: ['Date'] });
  try {
    const token = bearer(await jwtAuth({ secret: SECRET }).headers(ADA));
    expect(readToken(token).payload['iat']).toBe(NOW);
  } finally {
    vi.useRealTimers();
  }
});
