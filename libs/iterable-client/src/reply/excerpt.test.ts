import { expect, it } from 'vitest';
import { excerpt } from './excerpt.js';
import { personalMask } from './mask-personal.js';
import { redactor } from './redactor.js';

const SECRET = 's'.repeat(1000);
const masks = { secrets: redactor([SECRET], '[redacted]'), personal: personalMask(undefined) };

it('is one line of at most 500 characters', () => {
  expect(excerpt(' a \n\t b ', masks)).toBe('a b');
  expect(excerpt('x'.repeat(501), masks)).toBe(`${'x'.repeat(500)}…`);
  expect(excerpt(' \n', masks)).toBeUndefined();
});

it('never shows a part of a secret or an address, however many there are', () => {
  expect(excerpt(SECRET.repeat(500), masks)).not.toContain('s');
  const address = `${'a'.repeat(64)}@${'b'.repeat(255)} `;
  expect(excerpt(address.repeat(2000), masks, 1000)).not.toMatch(/aa|bb/);
});

it('stays fast on a reply of any size', () => {
  expect(excerpt('a'.repeat(64 * 1024 * 1024), masks)).toHaveLength(501);
});
