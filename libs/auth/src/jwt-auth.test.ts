import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ADA, API_KEY, BEN, NOW, NOW_MS, SECRET } from '../test/fixtures.js';
import { bearer, HS256, readToken } from '../test/reference-jwt.js';
import { thrownBy } from '../test/thrown-by.js';
import type { JwtAuthOptions, SignedEvent } from './jwt-auth-options.js';
import { jwtAuth } from './jwt-auth.js';
import { Secret } from './secret.js';
import type { Subject } from './subject.js';

/** An authenticator, its clock, and what it signed. */
function setUp(options: Partial<JwtAuthOptions> = {}) {
  const clock = { ms: NOW_MS };
  const signed: SignedEvent[] = [];
  const auth = jwtAuth({
    secret: SECRET,
    now: () => clock.ms,
    onSigned: (event) => signed.push(event),
    ...options,
  });
  const tokenOf = async (subject: Subject) => bearer(await auth.headers(subject));
  return { auth, clock, signed, tokenOf };
}

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

describe('renewal', () => {
  it.each([
    ['an hour', 3600, 0, 3540],
    ['an hour, 20 of them skew', 3600, 20, 3520],
    ['100 s, 60 of them skew', 100, 60, 20],
    ['two minutes', 120, 0, 60],
    ['a minute', 60, 0, 30],
    ['three seconds', 3, 0, 2],
    ['a second', 1, 0, 1],
  ])('comes 60 s before the end, or halfway: %s', async (_, lifetimeSeconds, skew, renewAfter) => {
    const { auth, clock, signed } = setUp({ lifetimeSeconds, clockSkewSeconds: skew });
    clock.ms = NOW * 1000;
    await auth.headers(ADA);
    clock.ms = (NOW + renewAfter) * 1000 - 1;
    await auth.headers(ADA);
    expect(signed).toHaveLength(1);
    clock.ms += 1;
    const { payload } = readToken(bearer(await auth.headers(ADA)));
    expect(signed).toHaveLength(2);
    expect(payload['exp']).toBe(NOW + renewAfter - skew + lifetimeSeconds);
  });

  it('never hands out a token that has ended', async () => {
    const lifetimes = fc.integer({ min: 1, max: 300 });
    const waits = fc.array(fc.integer({ min: 0, max: 400_000 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(lifetimes, waits, async (lifetimeSeconds, steps) => {
        const { clock, tokenOf } = setUp({ lifetimeSeconds });
        for (const step of steps) {
          clock.ms += step;
          const { exp } = readToken(await tokenOf(ADA)).payload;
          expect(Number(exp) * 1000).toBeGreaterThan(clock.ms);
        }
      }),
    );
  });

  it('signs anew for the user who was named, and for nobody else', async () => {
    const { auth, clock, tokenOf, signed } = setUp();
    const [ada, ben] = [await tokenOf(ADA), await tokenOf(BEN)];
    clock.ms += 1000;
    auth.renew(ADA);
    expect(await tokenOf(ADA)).not.toBe(ada);
    expect(await tokenOf(BEN)).toBe(ben);
    expect(signed).toHaveLength(3);
  });

  it('signs anew for all where nobody was named', async () => {
    const { auth, signed } = setUp();
    await auth.headers(ADA);
    await auth.headers(BEN);
    auth.renew();
    expect(auth.cachedTokens).toBe(0);
    await auth.headers(ADA);
    await auth.headers(BEN);
    expect(signed).toHaveLength(4);
  });

  it.each([
    ['this user', ADA],
    ['all', undefined],
  ])('keeps no token whose signing began before %s was renewed', async (_, renewed) => {
    const { auth, clock, signed } = setUp();
    const before = auth.headers(ADA);
    auth.renew(renewed);
    clock.ms += 1000;
    const after = auth.headers(ADA);
    expect(after).not.toBe(before);
    const [first, second] = [await before, await after];
    expect(bearer(first)).not.toBe(bearer(second));
    expect(auth.headers(ADA)).toBe(second);
    expect(signed).toHaveLength(2);
  });

  it('leaves nothing of a signing that is under way', async () => {
    const { auth } = setUp();
    const before = auth.headers(ADA);
    auth.renew(ADA);
    await before;
    expect(auth.cachedTokens).toBe(0);
  });

  it('does nothing for a user who has no token', () => {
    const { auth } = setUp();
    auth.renew(ADA);
    expect(auth.cachedTokens).toBe(0);
  });
});

describe('asking side by side', () => {
  it('signs once for the same user', async () => {
    const { auth, signed } = setUp();
    const all = await Promise.all(Array.from({ length: 50 }, async () => auth.headers({ ...ADA })));
    expect(signed).toHaveLength(1);
    expect(new Set(all).size).toBe(1);
  });

  it('signs for each of several users', async () => {
    const { auth, signed } = setUp();
    await Promise.all([auth.headers(ADA), auth.headers(BEN), auth.headers(ADA)]);
    expect(signed.map((event) => event.subject)).toHaveLength(2);
    expect(signed.map((event) => event.subject)).toEqual(expect.arrayContaining([ADA, BEN]));
  });

  it('fails for all who wait, and works again afterwards', async () => {
    let failures = 1;
    const trouble = new Error('the log is full');
    const onSigned = vi.fn(() => {
      if (failures-- > 0) throw trouble;
    });
    const { auth } = setUp({ onSigned });
    const all = await Promise.allSettled([auth.headers(ADA), auth.headers(ADA)]);
    expect(all).toEqual([
      { status: 'rejected', reason: trouble },
      { status: 'rejected', reason: trouble },
    ]);
    expect(await auth.headers(ADA)).toHaveProperty('Authorization');
  });
});

describe('the cache', () => {
  it('keeps so many tokens and no more; the one unused for longest goes', async () => {
    const { auth, signed } = setUp({ cacheSize: 2 });
    const cy = { email: 'cy@example.com' };
    await auth.headers(ADA);
    await auth.headers(BEN);
    await auth.headers(ADA);
    await auth.headers(cy);
    expect(auth.cachedTokens).toBe(2);
    await auth.headers(ADA);
    await auth.headers(cy);
    expect(signed).toHaveLength(3);
    await auth.headers(BEN);
    expect(signed).toHaveLength(4);
  });

  it('keeps 10,000 tokens by default', async () => {
    const { auth } = setUp({ onSigned: undefined });
    const ask = async (index: number) => auth.headers({ email: `user-${index}@example.com` });
    await Promise.all(Array.from({ length: 10_010 }, (_, index) => ask(index)));
    expect(auth.cachedTokens).toBe(10_000);
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
    expect(error).toMatchObject({ name: 'AuthError', code: 'ERR_SUBJECT_REQUIRED' });
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
      expect(error).toMatchObject({ name: 'AuthError', code: 'ERR_SUBJECT_INVALID' });
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
