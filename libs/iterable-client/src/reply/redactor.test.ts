import { expect, it } from 'vitest';
import { redactor } from './redactor.js';

it('takes out every place of every text, the longer first', () => {
  const redact = redactor(['secret', 'secret-token', 'secret'], '[x]');
  expect(redact('secret-token, secret, secretsecret')).toBe('[x], [x], [x][x]');
});

it('leaves texts too short to be secrets, which would tear holes into words', () => {
  expect(redactor(['a', 'abc', ''], '[x]')('abcdef')).toBe('abcdef');
});

it('takes texts as they are, not as patterns', () => {
  expect(redactor(['a.c*', '$&$&'], '[x]')('abcc a.c* $&$&')).toBe('abcc [x] [x]');
});
