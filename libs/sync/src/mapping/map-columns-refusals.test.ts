import { describe, expect, it } from 'vitest';
import { COLUMNS, LEAST, problemsOf, ROW, send } from '../../test/mapping.js';
import { mapColumns, SyncMappingError } from './index.js';

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
