import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personalMask } from './mask-personal.js';

describe('personalMask', () => {
  it('masks every e-mail address', () => {
    const mask = personalMask(undefined);
    expect(mask('Invalid email: "ada+x@example.com", (bob@example.org)')).toBe(
      'Invalid email: "[email]", ([email])',
    );
  });

  it('masks the user the request is about', () => {
    expect(personalMask({ userId: 'customer-17' })('No user customer-17')).toBe('No user [user]');
  });

  it('leaves no address in any text', () => {
    const mask = personalMask(undefined);
    fc.assert(
      fc.property(fc.string(), fc.emailAddress(), fc.string(), (before, address, after) => {
        const domain = address.slice(address.indexOf('@'));
        expect(mask(`${before} ${address} ${after}`)).not.toContain(domain);
      }),
    );
  });

  it('stays fast on a text made to slow it down', () => {
    expect(personalMask(undefined)('a'.repeat(1_000_000))).toHaveLength(1_000_000);
  });
});
