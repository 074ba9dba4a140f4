import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IdSet } from './id-set.js';

it('holds what a Set would hold', () => {
  const id = fc.oneof(fc.nat(100), fc.nat(100_000), fc.nat(2 ** 40), fc.constant(32_767));
  fc.assert(
    fc.property(fc.array(id), fc.array(id), (added, asked) => {
      const ids = new IdSet();
      const model = new Set<number>();
      for (const each of added) {
        expect(ids.add(each)).toBe(!model.has(each));
        model.add(each);
      }
      expect(ids.size).toBe(model.size);
      for (const each of [...added, ...asked]) expect(ids.has(each)).toBe(model.has(each));
    }),
  );
});
