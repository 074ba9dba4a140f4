import { expect, it } from 'vitest';
import { subjectOf } from './subject-of.js';

it.each<[string, unknown[], unknown]>([
  ['the e-mail address', [{ email: 'ada@example.com' }], { email: 'ada@example.com' }],
  ['the user id', [{ userId: '1' }], { userId: '1' }],
  [
    'the address where there are both',
    [{ email: 'a@example.com', userId: '1' }],
    { email: 'a@example.com' },
  ],
  ['the first source that names one', [undefined, { x: 1 }, { userId: '2' }], { userId: '2' }],
  ['nobody in a bulk body', [{ users: [{ email: 'a@example.com' }] }], undefined],
  ['nobody without a source', [undefined, null, 'x', []], undefined],
])('finds %s', (_, sources, subject) => {
  expect(subjectOf(...sources)).toEqual(subject);
});
