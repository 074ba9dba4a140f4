import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ADA, BEN, NOW } from '../test/fixtures.js';
import { bearer, readToken } from '../test/reference-jwt.js';
import { setUp } from '../test/set-up.js';

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
