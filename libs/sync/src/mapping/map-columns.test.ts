import { describe, expect, it } from 'vitest';
import { mapRow, type MappedRow } from '../map-row.js';
import type { ColumnMapping } from './index.js';
import { mapColumns, SyncMappingError } from './index.js';

const COLUMNS = [
  { name: 'id', type: 'bigint' },
  { name: 'email', type: 'text' },
  { name: 'first_name', type: 'text' },
  { name: 'plan_type', type: 'plan' },
  { name: 'page', type: 'character varying(200)' },
  { name: 'event_time', type: 'timestamp with time zone' },
];
const ROW = {
  id: 7n,
  email: 'ada@example.com',
  first_name: 'Ada',
  plan_type: 'pro',
  page: '/pricing',
  event_time: new Date('2026-01-13T14:30:45Z'),
};
const LEAST = { name: 'test', key: 'id', email: 'email' } as const;

function send(more: object, columns: typeof COLUMNS = COLUMNS, row: object = ROW): MappedRow {
  const mapping: ColumnMapping = { ...LEAST, ...more };
  return mapRow(mapColumns(mapping, columns), { ...row }, 1);
}

function problemsOf(more: object, columns: readonly { name: string; type: string }[] = COLUMNS) {
  try {
    mapColumns({ ...LEAST, ...more }, columns);
  } catch (error) {
    if (error instanceof SyncMappingError) return error.problems;
    throw error;
  }
  return [];
}

/** What one column of a type becomes in the profile. */
function valueOf(type: string, value: unknown, more: object = {}): unknown {
  const columns = [...COLUMNS.slice(0, 2), { name: 'x', type }];
  const { user, refused } = send(more, columns, { id: 1n, email: 'a@example.com', x: value });
  return refused ? refused.reason : user?.dataFields?.['x'];
}

describe('where columns go', () => {
  it('makes profile fields of all that is not key or identifier', () => {
    const { user, event, key } = send({});
    expect(key).toBe('7');
    expect(event).toBeNull();
    expect(user).toEqual({
      email: 'ada@example.com',
      dataFields: {
        first_name: 'Ada',
        plan_type: 'pro',
        page: '/pricing',
        event_time: ROW.event_time,
      },
    });
  });

  it('gives the event what it names and the profile the rest', () => {
    const { user, event } = send({
      case: 'camel',
      event: { name: 'seen', createdAt: 'event_time', only: ['page'] },
    });
    expect(user?.dataFields).toEqual({ firstName: 'Ada', planType: 'pro' });
    expect(event).toMatchObject({
      email: 'ada@example.com',
      eventName: 'seen',
      createdAt: ROW.event_time,
      dataFields: { page: '/pricing' },
    });
    expect(event?.id).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives the rest to both where neither has "only"', () => {
    const { user, event } = send({
      profile: { fields: { name: 'first_name' }, except: ['page'] },
      event: { name: 'seen', except: ['plan_type'] },
    });
    expect(user?.dataFields).toEqual({
      name: 'Ada',
      plan_type: 'pro',
      event_time: ROW.event_time,
    });
    expect(event?.dataFields).toEqual({ page: '/pricing', event_time: ROW.event_time });
  });

  it('sends a used column as a field too where it is named', () => {
    const { user, event } = send({
      profile: { fields: { customerNumber: 'id', userId: 'id' }, only: ['event_time'] },
      event: { name: { column: 'page' }, createdAt: 'event_time', id: 'id', campaignId: 5 },
      ignore: ['first_name', 'plan_type'],
    });
    expect(user?.dataFields).toEqual({
      customerNumber: 7n,
      userId: '7',
      event_time: ROW.event_time,
    });
    expect(event).toEqual({
      email: 'ada@example.com',
      eventName: '/pricing',
      createdAt: ROW.event_time,
      id: '7',
      campaignId: 5,
    });
  });

  it('makes identifiers of profile fields only', () => {
    const { event } = send({ event: { name: 'seen', fields: { userId: 'id' }, only: [] } });
    expect(event?.dataFields).toEqual({ userId: 7n });
  });

  it('sends events alone with profile: false', () => {
    const { user, event } = send({ profile: false, event: { name: 'seen' } });
    expect(user).toBeNull();
    expect(Object.keys(event?.dataFields ?? {})).toHaveLength(4);
  });

  it('makes objects of names with dots, and leaves out an object without fields', () => {
    const profile = {
      fields: { 'address.city': 'first_name', 'address.geo.zip': 'plan_type' },
      only: [],
      mergeNestedObjects: true,
    };
    const more = { profile, ignore: ['page', 'event_time'], nulls: 'omit' };
    expect(send(more).user).toEqual({
      email: 'ada@example.com',
      dataFields: { address: { city: 'Ada', geo: { zip: 'pro' } } },
      mergeNestedObjects: true,
    });
    const empty = { ...ROW, first_name: null, plan_type: null };
    expect(send(more, COLUMNS, empty).user).toEqual({
      email: 'ada@example.com',
      mergeNestedObjects: true,
    });
  });

  it('identifies by user id, as text, and passes preferUserId on', () => {
    const columns = COLUMNS.slice(0, 1);
    const sync = mapColumns(
      { name: 'x', key: 'id', userId: 'id', profile: { preferUserId: true } },
      columns,
    );
    expect(mapRow(sync, { id: 12n }, 1).user).toEqual({ userId: '12', preferUserId: true });
  });

  it('keeps columns named __proto__', () => {
    const columns = [...COLUMNS.slice(0, 2), { name: '__proto__', type: 'text' }];
    const row = Object.fromEntries<unknown>([
      ['id', 1n],
      ['email', 'a@example.com'],
      ['__proto__', 'x'],
    ]);
    const { user } = send({}, columns, row);
    expect(Object.entries(user?.dataFields ?? {})).toEqual([['__proto__', 'x']]);
  });
});

describe('what values become', () => {
  const at = new Date('2026-01-13T14:30:45Z');
  it.each<[string, unknown, unknown]>([
    ['text', '1234', '1234'],
    ['text', '2026-01-13', '2026-01-13'],
    ['bigint', 9007199254740993n, 9007199254740993n],
    ['integer', 7, 7],
    ['numeric(10,2)', '10.50', 10.5],
    ['numeric', '9007199254740993', 9007199254740993n],
    ['double precision', 0.1, 0.1],
    ['boolean', false, false],
    ['timestamp with time zone', at, at],
    ['timestamp without time zone', '2026-01-13 14:30:45.5', new Date('2026-01-13T14:30:45.500Z')],
    ['date', '2026-01-13', '2026-01-13'],
    ['interval', '1 day', '1 day'],
    ['jsonb', { a: [1, null] }, { a: [1, null] }],
    ['json', 'text', 'text'],
    ['integer[]', [1, null, [2]], [1, null, [2]]],
    ['numeric[]', ['1.5', null], [1.5, null]],
    ['date[]', ['2026-01-13'], ['2026-01-13']],
    ['mood[]', ['ok', null], ['ok', null]],
    ['text', null, null],
    ['bigint[]', null, null],
  ])('%s %o', (type, value, sent) => {
    expect(valueOf(type, value)).toEqual(sent);
  });

  it.each<[string, unknown, RegExp]>([
    ['numeric', '0.12345678901234567890', /digit by digit/],
    ['numeric', 'NaN', /digit by digit/],
    ['numeric[]', ['1', 'Infinity'], /digit by digit/],
    ['double precision', NaN, /is NaN/],
    ['real', -Infinity, /is -Infinity/],
    ['timestamp with time zone', 'infinity', /is infinity/],
    ['timestamp with time zone', new Date(NaN), /is infinity or out of/],
    ['timestamp with time zone', new Date('-000043-03-15T10:00:00Z'), /is infinity or out of/],
    ['timestamp with time zone', new Date('+010000-01-01T00:00:00Z'), /is infinity or out of/],
    ['timestamp without time zone', '0044-03-15 10:00:00 BC', /out of the years/],
    ['date', 'infinity', /is infinity/],
    ['date', at, /does not have/],
    ['boolean', 't', /does not have/],
    ['integer', '7', /does not have/],
    ['text[]', 'a', /does not have/],
    ['text', Buffer.from('a'), /does not have/],
  ])('refuses %s %o', (type, value, problem) => {
    const reason = valueOf(type, value);
    expect(reason).toMatch(problem);
    expect(reason).toMatch(/^Not sent: the column "x" \(/);
  });

  it('sends numbers as text where that is asked for', () => {
    expect(valueOf('numeric', '0.12345678901234567890', { numeric: 'text' })).toBe(
      '0.12345678901234567890',
    );
    expect(valueOf('integer', 7, { numeric: 'text' })).toBe(7);
    expect(valueOf('integer', 7, { text: ['x'] })).toBe('7');
    expect(valueOf('bigint[]', [7n, null], { text: ['x'] })).toEqual(['7', null]);
    expect(valueOf('boolean', true, { text: ['x'] })).toBe('true');
    expect(valueOf('numeric', '1.50', { text: ['x'] })).toBe('1.50');
  });

  it('leaves NULL out with nulls: omit', () => {
    expect(send({ nulls: 'omit' }, COLUMNS, { ...ROW, page: null }).user?.dataFields).toEqual({
      first_name: 'Ada',
      plan_type: 'pro',
      event_time: ROW.event_time,
    });
  });
});

describe('refuses a row', () => {
  const event = {
    name: { column: 'page' },
    createdAt: 'event_time',
    id: 'first_name',
    campaignId: { column: 'id' },
  };
  const more = { event, profile: false, ignore: ['plan_type'] };

  it.each([
    [{ id: null }, 'KEY', 'the column "id" is NULL, so the row has no key'],
    [{ extra: 1 }, 'KEY', 'the row has the column "extra", which the mapping was not made for'],
    [{ email: null }, 'IDENTIFIER', 'Not sent: neither email nor userId is given'],
    [{ email: undefined }, 'MAPPING', 'the row has no column "email"'],
    [{ page: null }, 'MAPPING', 'the column "page" is NULL, so the event has no name'],
    [{ event_time: null }, 'MAPPING', 'the column "event_time" is NULL, so the event has no time'],
    [{ event_time: 'infinity' }, 'MAPPING', 'the column "event_time"'],
    [{ first_name: null }, 'MAPPING', 'the column "first_name" is NULL, so the event has no id'],
  ])('with %o', (fields, code, reason) => {
    const { refused } = send(more, COLUMNS, { ...ROW, ...fields });
    expect(refused?.code).toBe(code);
    expect(refused?.reason).toContain(reason);
  });

  it('and has no event where the column of "when" is NULL', () => {
    const row = { ...ROW, page: null, event_time: null };
    const left = { event: { name: 'seen', when: 'event_time', only: ['page', 'event_time'] } };
    expect(send(left, COLUMNS, row)).toMatchObject({ event: null, user: { email: ROW.email } });
    expect(send(left).event).toMatchObject({ eventName: 'seen' });
    expect(send({ event: { name: 'seen', when: 'page', only: [] } }).user?.dataFields).toEqual(
      expect.objectContaining({ page: ROW.page }),
    );
    expect(problemsOf({ event: { name: 'x', when: 'pages' } })).toEqual([
      expect.stringContaining('event.when: the query has no column "pages" (did you mean "page"?)'),
    ]);
  });
});

describe('refuses a mapping', () => {
  it.each<[object, string | RegExp]>([
    [{ key: 'idd' }, 'key: the query has no column "idd" (did you mean "id"?)'],
    [{ key: 'nothing_like_it' }, /it has id, email, first_name, plan_type, page, event_time$/],
    [{ profile: { fields: { a: 'plantype' } } }, /profile\.fields\.a: .*did you mean "plan_type"/],
    [{ event: { name: 'x', only: ['Page'] } }, /event\.only: .*did you mean "page"/],
    [{ ignore: ['pages'] }, /ignore: .*did you mean "page"/],
    [{ profile: { except: ['pages'] } }, /profile\.except: .*did you mean "page"/],
    [{ text: ['idx'] }, /text: .*did you mean "id"/],
    [{ event: { name: { column: 'kind' } } }, /event\.name: the query has no column "kind"/],
    [{ email: 'id' }, 'email must be a text: the column "id" is bigint'],
    [{ event: { name: 'x', createdAt: 'page' } }, /createdAt must be a timestamptz or timestamp/],
    [{ event: { name: 'x', campaignId: { column: 'page' } } }, /campaignId must be a whole number/],
    [{ event: { name: 'x', id: 'event_time' } }, /event\.id must be a text or a whole number/],
    [{ profile: { fields: { userId: 'event_time' } } }, /the field userId must be a text or a/],
    [{ profile: { only: ['page', 'plan_type', 'event_time'] } }, /"first_name" goes nowhere/],
    [{ profile: { except: ['page'] } }, /"page" goes nowhere/],
    [{ ignore: ['email'] }, 'ignore has "email", which is used as email'],
    [{ ignore: ['page'], profile: { fields: { a: 'page' } } }, /"page", which is sent as a field/],
    [{ profile: { fields: { page: 'plan_type' } } }, /"page" would come from the columns/],
    [{ profile: { fields: { '': 'page' } } }, /"", of the column "page", is no field name/],
    [{ profile: { fields: { 'a..b': 'page' }, mergeNestedObjects: true } }, /is no field name/],
    [{ profile: { fields: { ' ': 'page' } } }, /is no field name/],
    [{ event: { name: 'x', fields: { 'a. ': 'page' } } }, /event: "a\. ".* is no field name/],
    [
      { event: { name: 'x', fields: { 'a.b': 'page', 'a.b.c': 'plan_type' } } },
      '"a.b" can\'t be a field and hold "a.b.c" as well',
    ],
    [{ profile: { fields: { 'a.b': 'page' } } }, /say mergeNestedObjects: true .* or false/],
    [
      { profile: { fields: { 'page.x': 'plan_type' }, mergeNestedObjects: false } },
      '"page" can\'t be a field and hold "page.x" as well',
    ],
    [
      { profile: { fields: { signupDate: 'event_time' } } },
      /"signupDate".*Iterable manages itself/,
    ],
    [{ profile: false }, /nothing is sent/],
    [{ text: ['event_time'] }, /text takes numbers and booleans: the column "event_time"/],
  ])('%j', (more, problem) => {
    expect(problemsOf(more)).toEqual(
      expect.arrayContaining([
        typeof problem === 'string'
          ? expect.stringContaining(problem)
          : expect.stringMatching(problem),
      ]),
    );
  });

  it.each([
    ['bytea', /"x" has bytes/],
    ['bytea[]', /"x" has bytes/],
  ])('with a column of %s, unless it is ignored', (type, problem) => {
    const columns = [...COLUMNS, { name: 'x', type }];
    expect(problemsOf({}, columns)).toEqual([expect.stringMatching(problem)]);
    expect(problemsOf({ ignore: ['x'] }, columns)).toEqual([]);
  });

  it.each(['double precision', 'jsonb', 'boolean', 'text[]', 'bytea'])(
    'with a key of type %s',
    (type) => {
      expect(problemsOf({}, [{ name: 'id', type }, ...COLUMNS.slice(1)])).toEqual([
        expect.stringContaining('key must be a text, a whole number or a time'),
      ]);
    },
  );

  it('with two columns of one name, or names that camel case makes one', () => {
    expect(problemsOf({}, [...COLUMNS, { name: 'page', type: 'text' }])).toEqual([
      expect.stringContaining('two columns "page"'),
    ]);
    expect(problemsOf({ case: 'camel' }, [...COLUMNS, { name: 'planType', type: 'text' }])).toEqual(
      [
        expect.stringContaining(
          '"planType" would come from the columns "plan_type" and "planType"',
        ),
      ],
    );
  });

  it('and tells everything at once', () => {
    const problems = problemsOf({ key: 'idd', text: ['page', 'zip'], ignore: ['mail'] });
    expect(problems).toHaveLength(3);
    const error = new SyncMappingError(problems);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ name: 'SyncMappingError', code: 'MAPPING' });
    expect(error.message.split('\n')).toHaveLength(4);
  });

  it('but not with a reserved field that is allowed', () => {
    const mapping = { ...LEAST, profile: { fields: { signupDate: 'event_time' } } };
    expect(() => mapColumns(mapping, COLUMNS, { allowReserved: ['signupDate'] })).not.toThrow();
  });
});
