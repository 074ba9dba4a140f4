import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DistinctUsers, duplicateUser } from './index.js';

it('tells new, same and different as a Map does', () => {
  const identity = fc.oneof(
    fc.constantFrom('email:a@example.com', 'email:A@example.com', 'userId:a', 'userId:A'),
    fc.nat(40).map((n) => `userId:${String(n)}`),
    fc.string(),
  );
  const entries = fc.array(fc.tuple(identity, fc.constantFrom('', 'one', 'two')), {
    maxLength: 300,
  });
  fc.assert(
    fc.property(entries, (given) => {
      const users = new DistinctUsers();
      const model = new Map<string, string>();
      for (const [who, profile] of given) {
        const name = who.startsWith('email:') ? who.toLowerCase() : who;
        const first = model.get(name);
        if (first === undefined) model.set(name, profile);
        const expected = first === undefined ? 'new' : first === profile ? 'same' : 'different';
        expect(users.enter(who, profile)).toBe(expected);
      }
      expect(users.size).toBe(model.size);
    }),
  );
});

it('keeps all users while it grows, in at most 40 bytes a user', () => {
  const users = new DistinctUsers();
  const count = 50_000;
  const told = new Set<string>();
  for (let n = 0; n < count; n += 1) told.add(users.enter(`userId:${String(n)}`, `p${String(n)}`));
  expect([...told]).toEqual(['new']);
  expect(users.size).toBe(count);
  expect(users.bytes / count).toBeLessThanOrEqual(40);
  for (let n = 0; n < count; n += 1) told.add(users.enter(`userId:${String(n)}`, `p${String(n)}`));
  expect([...told]).toEqual(['new', 'same']);
  expect(users.enter('userId:7', 'p8')).toBe('different');
  // The first profile is the one that counts.
  expect(users.enter('userId:7', 'p7')).toBe('same');
});

it('has a refusal for the second of two profiles', () => {
  expect(duplicateUser).toMatchObject({ code: 'DUPLICATE_USER', attempts: 0, retryable: false });
  expect(duplicateUser.reason).toMatch(/^Not sent: .*one row for each user$/);
});
