import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LinkedLine } from './linked-line.js';

it('keeps the order in which values came, whoever leaves', () => {
  const step = fc.oneof(
    fc.record({ push: fc.nat() }),
    fc.record({ leave: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const line = new LinkedLine<object>();
      const expected: object[] = [];
      for (const each of steps) {
        if ('push' in each) {
          expected.push(each);
          line.push(each);
        } else {
          const [gone] = expected.splice(Math.floor(each.leave * expected.length), 1);
          expect(line.delete(gone ?? {})).toBe(gone !== undefined);
        }
        expect([...line]).toEqual(expected);
        expect(line.first).toBe(expected[0]);
        expect(line.size).toBe(expected.length);
      }
    }),
  );
});

it('can be left by the one at hand', () => {
  const line = new LinkedLine<number>();
  [1, 2, 3].forEach((value) => line.push(value));
  for (const value of line) line.delete(value);
  expect(line.size).toBe(0);
});
