import { expect, it } from 'vitest';
import { type LedgerOptions, resolveLedgerOptions } from './ledger-options.js';

it('fills in what is left out, and freezes it', () => {
  const resolved = resolveLedgerOptions({ url: 'sqlite:a' });
  expect(resolved).toEqual({
    place: { kind: 'sqlite', path: 'a' },
    connect: {},
    busyTimeoutMs: 10_000,
    create: true,
  });
  expect(Object.isFrozen(resolved)).toBe(true);
});

it.each([
  [{ url: 'sqlite:a', busyTimeout: 3 }, /unknown option busyTimeout; .*busyTimeoutMs/],
  [{ url: 'sqlite:a', busyTimeoutMs: -1 }, /busyTimeoutMs must be .*; received -1/],
  [{ url: 'sqlite:a', busyTimeoutMs: 0.5 }, /busyTimeoutMs must be .*; received 0\.5/],
  [{ url: 'sqlite:a', connect: {} }, /connect is for a postgres:\/\/ URL only/],
  [{ url: 'postgres://a/b', connect: 'x' }, /connect must be .*; received string/],
  [{ url: 'sqlite:a', create: 'no' }, /create must be true or false; received string/],
  [null, /give a URL or options; received object/],
])('refuses %j', (options, says) => {
  const resolve = (): unknown => resolveLedgerOptions(options as LedgerOptions);
  expect(resolve).toThrow(TypeError);
  expect(resolve).toThrow(says);
});
