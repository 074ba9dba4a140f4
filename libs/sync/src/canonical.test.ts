import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonical } from './canonical.js';

/** The same text by the plainest means: each name and text by `JSON.stringify`, names by `sort`. */
function plainly(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`;
  const fields = value as Record<string, unknown>;
  const names = Object.keys(fields).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${plainly(fields[name])}`).join(',')}}`;
}

it('is JSON with sorted names, whatever is in the texts and however many names there are', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', '\\', '\n', '\u007f'));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
      ),
      fc.array(tie('value')),
      fc.dictionary(text, tie('value')),
    ),
  }));
  const many = fc.dictionary(text, fc.nat(), { minKeys: 12, maxKeys: 20 });
  fc.assert(fc.property(fc.oneof(value, many), (given) => canonical(given) === plainly(given)));
});

it('sorts by UTF-16 code units, digits as text', () => {
  expect(canonical({ é: 1, b: 2, 10: 3, 9: 4, B: 5 })).toBe('{"10":3,"9":4,"B":5,"b":2,"é":1}');
});

it('leaves out undefined fields, and keeps dates and bigints apart from their texts', () => {
  expect(canonical({ b: new Date(5), a: undefined, c: 5n })).toBe('{"b":date(5),"c":bigint(5)}');
  expect(canonical({ b: 'date(5)' })).toBe('{"b":"date(5)"}');
});
