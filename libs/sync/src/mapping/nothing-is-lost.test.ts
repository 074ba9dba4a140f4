import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mapRow } from '../map-row.js';
import { type ColumnMapping, type MappedColumn, mapColumns, SyncMappingError } from './index.js';

/** A value as the query gives it, and what it means in Iterable. */
interface Sample {
  readonly given: unknown;
  readonly meant: unknown;
}

const same = (given: unknown): Sample => ({ given, meant: given });
const seconds = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
});

const SAMPLES: Record<string, fc.Arbitrary<Sample>> = {
  text: fc.string({ unit: 'binary' }).map(same),
  'character varying(20)': fc.constantFrom('2026-01-13', '1234', 'true', 'null', '').map(same),
  integer: fc.integer().map(same),
  bigint: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(same),
  boolean: fc.boolean().map(same),
  'double precision': fc.double({ noNaN: true, noDefaultInfinity: true }).map(same),
  'numeric(12,4)': fc
    .tuple(fc.boolean(), fc.nat(99_999_999), fc.nat(9_999))
    .map(
      ([minus, whole, part]) =>
        `${minus ? '-' : ''}${String(whole)}.${String(part).padStart(4, '0')}`,
    )
    .map((given) => ({ given, meant: Number(given) + 0 })),
  'timestamp with time zone': seconds.map(same),
  'timestamp without time zone': seconds.map((meant) => ({
    given: meant.toISOString().replace('T', ' ').replace('Z', '').replace('.000', ''),
    meant,
  })),
  date: seconds.map((day) => same(day.toISOString().slice(0, 10))),
  jsonb: fc
    .jsonValue()
    .filter((value) => value !== null)
    .map(same),
  'integer[]': fc.array(fc.option(fc.integer())).map(same),
  mood: fc.constantFrom('sad', 'ok').map(same),
};

type Way = 'rest' | 'ignore' | 'profile.only' | 'profile.fields' | 'event.only' | 'event.fields';

const column = fc.record({
  name: fc
    .string({ minLength: 1, unit: 'grapheme' })
    .filter((name) => !name.includes('.') && name.trim() !== '')
    .filter((name) => !['id', 'email', 'userId'].includes(name)),
  type: fc.constantFrom(...Object.keys(SAMPLES)),
  way: fc.constantFrom<Way>(
    'rest',
    'ignore',
    'profile.only',
    'profile.fields',
    'event.only',
    'event.fields',
  ),
  isNull: fc.boolean(),
});

const situation = fc
  .uniqueArray(column, { maxLength: 8, selector: ({ name }) => name })
  .chain((columns) =>
    fc.record({
      columns: fc.constant(columns),
      samples: fc.tuple(...columns.map(({ type }) => SAMPLES[type] ?? fc.constant(same('')))),
      nulls: fc.constantFrom('send' as const, 'omit' as const),
    }),
  );

it('every column is found in what is sent, under its name and unchanged in meaning', () => {
  fc.assert(
    fc.property(situation, ({ columns, samples, nulls }) => {
      const going = (way: Way): string[] =>
        columns.filter((entry) => entry.way === way).map(({ name }) => name);
      const part = (at: 'profile' | 'event') => ({
        ...(going(`${at}.only`).length > 0 && { only: going(`${at}.only`) }),
        fields: Object.fromEntries(going(`${at}.fields`).map((name) => [`as ${name}`, name])),
      });
      const [profile, event] = [part('profile'), { name: 'seen', ...part('event') }];
      const mapping: ColumnMapping = {
        name: 'property',
        key: 'id',
        email: 'email',
        profile,
        event,
        ignore: going('ignore'),
        nulls,
      };
      const described: MappedColumn[] = [
        { name: 'id', type: 'bigint' },
        { name: 'email', type: 'text' },
        ...columns,
      ];
      if (going('rest').length > 0 && profile.only && event.only) {
        // Nobody takes the rest, so it may not vanish.
        expect(() => mapColumns(mapping, described)).toThrow(SyncMappingError);
        return;
      }
      const row = Object.fromEntries<unknown>([
        ['id', 5n],
        ['email', 'ada@example.com'],
        ...columns.map(({ name, isNull }, place): [string, unknown] => [
          name,
          isNull ? null : samples[place]?.given,
        ]),
      ]);
      const { user, event: sent, key, refused } = mapRow(mapColumns(mapping, described), row, 1);
      expect([refused, key, user?.email, sent?.email]).toEqual([
        undefined,
        '5',
        'ada@example.com',
        'ada@example.com',
      ]);
      const expected = { profile: new Map<string, unknown>(), event: new Map<string, unknown>() };
      columns.forEach(({ name, way, isNull }, place) => {
        if (way === 'ignore' || (isNull && nulls === 'omit')) return;
        const value = isNull ? null : samples[place]?.meant;
        for (const at of ['profile', 'event'] as const) {
          const { only } = at === 'profile' ? profile : event;
          if (way === `${at}.fields`) expected[at].set(`as ${name}`, value);
          if (way === `${at}.only` || (way === 'rest' && !only)) expected[at].set(name, value);
        }
      });
      expect(new Map(Object.entries(user?.dataFields ?? {}))).toEqual(expected.profile);
      expect(new Map(Object.entries(sent?.dataFields ?? {}))).toEqual(expected.event);
    }),
    { numRuns: 300 },
  );
});
