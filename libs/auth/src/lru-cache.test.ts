import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LruCache } from './lru-cache.js';

/** The same by a plain list, the entry used last at its end. */
class Model {
  entries: [string, number][] = [];
  readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  get(key: string): number | undefined {
    const found = this.entries.find(([known]) => known === key);
    if (found) this.entries = [...this.entries.filter((entry) => entry !== found), found];
    return found?.[1];
  }

  set(key: string, value: number): void {
    this.delete(key);
    this.entries = [...this.entries, [key, value] as [string, number]].slice(-this.limit);
  }

  delete(key: string): void {
    this.entries = this.entries.filter(([known]) => known !== key);
  }

  clear(): void {
    this.entries = [];
  }
}

const keys = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const steps = fc.oneof(
  fc.record({ do: fc.constant('get' as const), key: keys }),
  fc.record({ do: fc.constant('set' as const), key: keys, value: fc.nat() }),
  fc.record({ do: fc.constant('delete' as const), key: keys }),
  fc.record({ do: fc.constant('clear' as const) }),
);

it('keeps what was used last, for any sequence of uses', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.array(steps, { maxLength: 60 }),
      (limit, run) => {
        const cache = new LruCache<number>(limit);
        const model = new Model(limit);
        for (const step of run) {
          if (step.do === 'get') expect(cache.get(step.key)).toBe(model.get(step.key));
          else if (step.do === 'set') {
            cache.set(step.key, step.value);
            model.set(step.key, step.value);
          } else if (step.do === 'delete') {
            cache.delete(step.key);
            model.delete(step.key);
          } else {
            cache.clear();
            model.clear();
          }
          expect(cache.size).toBe(model.entries.length);
        }
        for (const key of ['a', 'b', 'c', 'd', 'e']) {
          expect(cache.get(key)).toBe(model.get(key));
        }
      },
    ),
    { numRuns: 500 },
  );
});
