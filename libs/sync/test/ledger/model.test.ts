import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Ledger,
  type LedgerEntry,
  type LedgerPart,
  type LedgerResult,
  type LedgerWrite,
  openLedger,
} from '../../src/ledger/index.js';
import { collect } from './entries.js';
import { KINDS, type Place, sqlitePlace } from './places.js';

/** Pieces that one database or the other would lose, change or take for SQL. */
const PIECES = [
  ...[
    '\0',
    '\ud800',
    '\udc00',
    '\uE000',
    '\uE0000000',
    '\uE000#',
    '\ufffd',
    '\uffff',
    '😀',
    'é',
    'e\u0301',
  ],
  ...[
    "'",
    '"',
    '\\',
    '\\u0000',
    '$1',
    '?',
    '{}',
    '{,}',
    '%',
    ',',
    'null',
    'NULL',
    '--',
    '\n',
    '\r',
    ' ',
  ],
  ...['x'.repeat(600), '\0'.repeat(300), '😀'.repeat(3000)],
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' })), { maxLength: 5 })
  .map((pieces) => pieces.join(''));
const key = fc.oneof(fc.constantFrom('a', 'b', 'c', 'd', 'A', 'a ', ''), text);

const part: fc.Arbitrary<LedgerPart> = fc.record(
  {
    hash: text,
    status: fc.constantFrom('sending', 'delivered', 'failed', 'not-sent'),
    attempts: fc.nat(5),
    reason: text,
    code: text,
    retryable: fc.boolean(),
    mayHaveArrived: fc.boolean(),
  },
  { requiredKeys: ['hash', 'status', 'attempts'] },
);
const write: fc.Arbitrary<LedgerWrite> = fc.record({
  key,
  identity: fc.option(text),
  outcome: fc.constantFrom(
    ...(['delivered', 'partial', 'failed', 'unchanged', 'skipped', 'notAttempted', null] as const),
  ),
  user: fc.option(part),
  event: fc.option(part),
  fields: text,
});

type Result = Omit<LedgerResult, 'id'>;
const result: fc.Arbitrary<Result> = fc.record({
  outcome: fc.constantFrom('delivered', 'partial', 'failed', 'notAttempted'),
  user: fc.option(part),
  event: fc.option(part),
});

type Step =
  | { readonly do: 'write'; readonly entries: readonly LedgerWrite[] }
  | { readonly do: 'settle'; readonly every: number; readonly results: readonly Result[] }
  | { readonly do: 'find'; readonly keys: readonly string[] }
  | { readonly do: 'mark gone'; readonly every: number }
  | { readonly do: 'missing'; readonly every: number }
  | { readonly do: 'next run' };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('write' as const), entries: fc.array(write, { maxLength: 8 }) }),
  fc.record({
    do: fc.constant('settle' as const),
    every: fc.integer({ min: 1, max: 3 }),
    results: fc.array(result, { minLength: 1, maxLength: 8 }),
  }),
  fc.record({ do: fc.constant('find' as const), keys: fc.array(key, { maxLength: 8 }) }),
  fc.record({ do: fc.constant('mark gone' as const), every: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('missing' as const), every: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('next run' as const) }),
);

const memoryPlace = (): Promise<Place> =>
  Promise.resolve({
    url: 'sqlite::memory:',
    run: () => Promise.reject(new Error('nobody else can see it')),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  });

describe.each([...KINDS, ['memory', memoryPlace] as const])('a ledger in %s', (_, make) => {
  let place: Place;
  let ledger: Ledger;
  let syncs = 0;
  beforeEach(async () => {
    place = await make();
    ledger = await openLedger(place.url);
  });
  afterEach(async () => {
    await ledger.close();
    await place[Symbol.asyncDispose]();
  });

  it('holds what a Map would hold, whatever the texts are', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.array(step, { maxLength: 12 }), async (name, steps) => {
        await follows(ledger, `${String((syncs += 1))}:${name}`, steps);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

/** Takes the steps on a ledger and on a Map, and compares all that can be seen. */
async function follows(ledger: Ledger, sync: string, steps: readonly Step[]): Promise<void> {
  const model = new Map<string, LedgerEntry>();
  let run = await ledger.begin({ sync, startedAt: 1 });
  const present = (): LedgerEntry[] =>
    [...model.values()].filter(({ gone }) => !gone).sort((a, b) => a.id - b.id);
  const some = (every: number): number[] =>
    present()
      .map(({ id }) => id)
      .filter((_, index) => index % every === 0);
  try {
    for (const now of steps) {
      switch (now.do) {
        case 'write': {
          const ids = await run.write(now.entries);
          expect(ids).toHaveLength(now.entries.length);
          now.entries.forEach((entry, index) => {
            const id = ids[index] ?? NaN;
            expect(model.get(entry.key)?.id ?? id).toBe(id);
            model.set(entry.key, { ...entry, id, run: run.id, gone: false });
          });
          break;
        }
        case 'settle': {
          const own = [...model.values()].filter((entry) => entry.run === run.id);
          const settled = own.filter((_, index) => index % now.every === 0);
          const results = settled.flatMap((entry, index) => {
            const given = now.results[index % now.results.length];
            return given ? [{ ...entry, ...given }] : [];
          });
          await run.settle(results);
          for (const entry of results) model.set(entry.key, entry);
          break;
        }
        case 'find':
          expect(await run.find(now.keys)).toEqual(now.keys.map((name) => model.get(name)));
          break;
        case 'mark gone': {
          const ids = some(now.every);
          await run.markGone(ids);
          for (const [name, entry] of model) {
            if (ids.includes(entry.id)) model.set(name, { ...entry, gone: true });
          }
          break;
        }
        case 'missing': {
          const seen = new Set(some(now.every));
          const missing = present().filter(({ id }) => !seen.has(id));
          expect(await collect(run.missing(seen))).toEqual(missing);
          break;
        }
        case 'next run':
          await run[Symbol.asyncDispose]();
          run = await ledger.begin({ sync, startedAt: 1 });
      }
    }
    expect(await run.count()).toBe(present().length);
    const all = [...model.values()].sort((a, b) => a.id - b.id);
    expect(await run.find(all.map(({ key: name }) => name))).toEqual(all);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const whole = new Set<unknown>(['delivered', 'unchanged', 'skipped']);
    const failures = all.filter(({ outcome }) => !whole.has(outcome));
    expect(await collect(ledger.failures(sync))).toEqual(failures);
    expect((await ledger.runs({ sync, limit: 1 }))[0]).toMatchObject({ sync, running: true });
  } finally {
    await run[Symbol.asyncDispose]();
  }
}

it('lets different keys be different rows in a file, too', async () => {
  await using place = await sqlitePlace();
  await using ledger = await openLedger(place.url);
  await using run = await ledger.begin({ sync: 'members', startedAt: 1 });
  const keys = [
    '\ud800',
    '\udc00',
    '\ufffd',
    '\0',
    '',
    'é',
    'e\u0301',
    '\uE000d800',
    `${'k'.repeat(9_999)}1`,
    `${'k'.repeat(9_999)}2`,
  ];
  const ids = await run.write(
    keys.map((name) => ({
      key: name,
      identity: name,
      outcome: 'delivered',
      user: null,
      event: null,
      fields: name,
    })),
  );
  expect(new Set(ids).size).toBe(keys.length);
  expect((await run.find(keys)).map((entry) => [entry?.key, entry?.identity])).toEqual(
    keys.map((name) => [name, name]),
  );
});
