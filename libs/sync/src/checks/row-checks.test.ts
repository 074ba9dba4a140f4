import { mapRow, type MappedRow } from '../map-row.js';
import { defineSync, type EventPayload, type UserPayload } from '../define-sync.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRowChecks, reservedFields, type RowCheckOptions } from './index.js';

const EMAIL = 'ada@example.com';

function mapped(user: unknown, event: unknown = null): MappedRow {
  const sync = defineSync<null>({
    name: 'test',
    key: () => '1',
    user: () => user as UserPayload,
    event: () => event as EventPayload,
  });
  return mapRow(sync, null, 1);
}

function profile(dataFields: unknown, options: RowCheckOptions = {}) {
  return createRowChecks(options)(mapped({ email: EMAIL, dataFields })).user;
}

function event(fields: object, options: RowCheckOptions = {}) {
  return createRowChecks(options)(mapped(null, { email: EMAIL, eventName: 'seen', ...fields }))
    .event;
}

describe('what is sent', () => {
  it('passes a row with nothing wrong', () => {
    const row = mapped(
      { email: EMAIL, dataFields: { plan: 'pro', at: new Date(0), tags: ['a'], none: null } },
      { email: EMAIL, eventName: 'seen', dataFields: { page: '/' }, createdAt: new Date(0) },
    );
    expect(createRowChecks()(row)).toEqual({});
  });

  it('says nothing of a row that was refused before', () => {
    const row = mapped({ email: 'no email', dataFields: { signupDate: 'x' } });
    expect(row.refused).toBeDefined();
    expect(createRowChecks()(row)).toEqual({});
  });

  it('refuses the profile and not the event, and the other way round', () => {
    const good = { email: EMAIL, eventName: 'seen' };
    const user = createRowChecks()(mapped({ email: EMAIL, dataFields: { 'a.b': 1 } }, good));
    expect(Object.keys(user)).toEqual(['user']);
    const other = createRowChecks()(
      mapped({ email: EMAIL }, { ...good, dataFields: { 'a.b': 1 } }),
    );
    expect(Object.keys(other)).toEqual(['event']);
  });

  it('tells all problems of a part, five of them in words, with the code of the first', () => {
    const failure = profile({ 'a.b': 1, 'c.d': 1, 'e.f': 1, 'g.h': 1, 'i.j': 1, 'k.l': 1, '': 1 });
    expect(failure).toMatchObject({ code: 'FIELD_NAME', attempts: 0, retryable: false });
    expect(failure?.reason).toMatch(/^Not sent: .*"a\.b".*"i\.j".*; and 2 more$/);
  });
});

describe('identifiers', () => {
  it.each([
    ['userId', { email: EMAIL }, 'IDENTIFIER'],
    ['userId', { userId: 'u1' }, undefined],
    ['hybrid', { email: EMAIL }, undefined],
    ['hybrid', { userId: 'u1' }, undefined],
    ['email', { email: EMAIL }, undefined],
    // A profile may have that user id: only Iterable knows.
    ['email', { userId: 'u1' }, undefined],
    [undefined, { email: EMAIL }, undefined],
  ] as const)('in a project of type %s takes %j, or refuses it: %s', (projectType, who, code) => {
    const row = mapped({ ...who }, { ...who, eventName: 'seen' });
    const problems = createRowChecks({ projectType })(row);
    expect([problems.user?.code, problems.event?.code]).toEqual([code, code]);
  });

  it.each([
    [undefined, { email: 'new@example.org' }, undefined],
    ['hybrid', { email: 'new@example.org' }, undefined],
    ['email', { email: 'new@example.org' }, 'IDENTIFIER'],
    ['email', { email: 'ADA@example.com' }, undefined],
    ['email', { userId: 'u2' }, undefined],
    ['hybrid', { email: 'no email' }, 'IDENTIFIER'],
    ['hybrid', { email: '' }, 'IDENTIFIER'],
    ['hybrid', { userId: 'ü' }, 'IDENTIFIER'],
    ['hybrid', { userId: 7 }, 'IDENTIFIER'],
    ['hybrid', { userId: 'u'.repeat(53) }, 'IDENTIFIER'],
    ['hybrid', { userId: null, email: null }, undefined],
  ] as const)(
    'in a project of type %s judges new identifiers %j: %s',
    (projectType, fields, code) => {
      expect(profile(fields, { projectType })?.code).toBe(code);
    },
  );

  it('says that only updateEmail changes the email of an email-based project', () => {
    const failure = profile({ email: 'new@example.org' }, { projectType: 'email' });
    expect(failure?.reason).toContain('users/updateEmail');
    expect(failure?.reason).not.toContain('example');
  });
});

describe('events', () => {
  it.each([
    [{ id: 'a-1' }, undefined],
    [{ id: 'a'.repeat(512) }, undefined],
    [{ id: 'a'.repeat(513) }, 'EVENT_ID'],
    [{ id: 'a_1' }, 'EVENT_ID'],
    [{ id: 'é' }, 'EVENT_ID'],
    [{ id: '' }, 'EVENT_ID'],
    [{ id: 12 }, 'EVENT_ID'],
    [{ eventName: '' }, 'EVENT_NAME'],
    [{ eventName: ' ' }, 'EVENT_NAME'],
    [{ eventName: 5 }, 'EVENT_NAME'],
    [{ dataFields: { signupDate: 'x', email: 'x' } }, undefined],
    [{ dataFields: { plan: 1 } }, undefined],
  ])('takes or refuses %j: %s', (fields, code) => {
    expect(event(fields, { fieldTypes: new Map([['plan', 'string']]) })?.code).toBe(code);
  });
});

it.each([
  [{ id: 'a'.repeat(513) }, "the event's id is 513 characters long: use"],
  [{ id: 'snake_case' }, "the event's id is not one that Iterable takes: use"],
  [{ id: 12 }, "the event's id is number, not text: use"],
])('says what is wrong with the id of an event: %#', (fields, told) => {
  expect(event(fields)?.reason).toContain(told);
});

describe('fields', () => {
  it.each([...reservedFields])(
    'refuses the reserved profile field %s, unless it is allowed',
    (name) => {
      expect(profile({ [name]: null })?.code).toBe('RESERVED_FIELD');
      expect(profile({ [name]: undefined })).toBeUndefined();
      expect(profile({ [name]: null }, { allowReserved: [name] })).toBeUndefined();
      expect(profile({ inside: { [name]: null } })).toBeUndefined();
    },
  );

  it.each([
    ['', 'FIELD_NAME'],
    [' ', 'FIELD_NAME'],
    ['a.b', 'FIELD_NAME'],
    ['.', 'FIELD_NAME'],
    ['a b', undefined],
    [' a', undefined],
    ['__proto__', undefined],
    ['7', undefined],
  ])('takes or refuses the name %j: %s', (name, code) => {
    const named = Object.fromEntries([[name, 1]]);
    expect(profile(named)?.code).toBe(code);
    expect(profile({ list: [{ inside: named }] })?.code).toBe(code);
    expect(event({ dataFields: named })?.code).toBe(code);
  });

  it('refuses a text longer than Iterable keeps, wherever it stands', () => {
    expect(profile({ a: 'x'.repeat(32_768) })).toBeUndefined();
    expect(profile({ a: 'x'.repeat(32_769) })?.code).toBe('VALUE_TOO_LONG');
    expect(profile({ a: { b: ['x'.repeat(11)] } }, { maxValueLength: 10 })?.reason).toContain(
      '"a.b" has 11 characters',
    );
  });

  it('refuses half a surrogate pair', () => {
    expect(profile({ a: 'x😀' })).toBeUndefined();
    expect(profile({ a: 'x😀'.slice(0, 2) })?.code).toBe('BROKEN_TEXT');
  });

  it('leaves to the client what JSON cannot hold', () => {
    const circle: Record<string, unknown> = {};
    Object.assign(circle, { one: circle, two: circle, list: [circle, circle] });
    const odd = {
      circle,
      map: new Map(),
      nan: NaN,
      call: () => 1,
      at: new Date(NaN),
      no: [undefined],
    };
    expect(profile(odd)).toBeUndefined();
  });

  it.each([['text'], [7], [[1]], [null]])('refuses dataFields that are %j', (dataFields) => {
    expect(profile(dataFields)?.code).toBe('MAPPING');
    expect(event({ dataFields })?.code).toBe('MAPPING');
  });
});

describe('types', () => {
  const fieldTypes = new Map([
    ['plan', 'string'],
    ['n', 'long'],
    ['tags', 'string'],
    ['address.city', 'string'],
    ['odd', 'hologram'],
    ['home_geo_location', 'geo_location'],
    ['home_geo_location.lat', 'string'],
    ['home_geo_location.note', 'string'],
  ]);

  it.each([
    [{ plan: 'pro' }, undefined],
    [{ plan: 7 }, 'FIELD_TYPE'],
    [{ plan: null, n: undefined }, undefined],
    [{ tags: [] }, undefined],
    [{ tags: ['a', null, 'b'] }, undefined],
    [{ tags: ['a', 1] }, 'FIELD_TYPE'],
    [{ address: { city: 'x', street: 4 } }, undefined],
    [{ address: { city: 4 } }, 'FIELD_TYPE'],
    [{ address: [{ city: 'x' }, { city: true }] }, 'FIELD_TYPE'],
    [{ odd: 4 }, undefined],
    [{ home_geo_location: { lat: 1, lon: 2 } }, undefined],
    [{ home_geo_location: { lat: 1, lon: 2, note: 3 } }, 'FIELD_TYPE'],
    [{ home_geo_location: 'here' }, 'FIELD_TYPE'],
    [{ unknown: 4 }, undefined],
    [{ n: 7n }, undefined],
    [{ n: 7.5 }, 'FIELD_TYPE'],
  ])('takes or refuses %o: %s', (fields, code) => {
    expect(profile(fields, { fieldTypes })?.code).toBe(code);
  });

  it('says the field, its type, what was found and what to do', () => {
    expect(profile({ plan: 7 }, { fieldTypes })?.reason).toBe(
      'Not sent: the field "plan" has the type string in Iterable for ever, and the row has a whole number: send text, or use another field',
    );
  });
});

describe('size', () => {
  it('refuses a record with a byte more than a request has room for', () => {
    const row = mapped({ email: EMAIL, dataFields: { a: 'é"' } });
    const bytes = Buffer.byteLength(JSON.stringify(row.user));
    expect(createRowChecks({ maxRecordBytes: bytes })(row)).toEqual({});
    const { user } = createRowChecks({ maxRecordBytes: bytes - 1 })(row);
    expect(user?.code).toBe('TOO_LARGE');
    expect(user?.reason).toContain(`${String(bytes)} bytes`);
  });

  it('counts the time of an event in seconds, as it is sent', () => {
    const row = mapped(null, { email: EMAIL, eventName: 'seen', createdAt: new Date(1.7e12) });
    const sent = { ...row.event, createdAt: 1.7e9 };
    const bytes = Buffer.byteLength(JSON.stringify(sent));
    expect(createRowChecks({ maxRecordBytes: bytes })(row)).toEqual({});
    expect(createRowChecks({ maxRecordBytes: bytes - 1 })(row).event?.code).toBe('TOO_LARGE');
  });

  it('has room for 4,000,000 bytes with what stands around a record', () => {
    const texts = (length: number) => ({ list: Array.from({ length }, () => 'x'.repeat(9_997)) });
    expect(profile(texts(399))).toBeUndefined();
    expect(profile(texts(400))?.code).toBe('TOO_LARGE');
  });
});

describe('options', () => {
  it.each([
    [{ projecttype: 'hybrid' }, /unknown option projecttype/],
    [{ projectType: 'both' }, /projectType must be one of hybrid, userId, email/],
    [{ maxRecordBytes: 0 }, /maxRecordBytes must be a whole number/],
    [{ maxValueLength: 1.5 }, /maxValueLength must be a whole number/],
    [{ allowReserved: ['signupdate'] }, /allowReserved has signupdate/],
  ])('refuses %j', (options, message) => {
    const make = (): unknown => createRowChecks(options as RowCheckOptions);
    expect(make).toThrow(TypeError);
    expect(make).toThrow(message);
  });
});

it('tells no value of a row, whatever is wrong with it', () => {
  const secret = 'Zq9ß7';
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<unknown>(secret, `${secret}@`, `${secret}\ud800`, `${secret.repeat(30)}`),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b.c', ''), tie('any')),
    ),
  })).any;
  const names = ['email', 'userId', 'signupDate', 'a', 'b', 'x.y'] as const;
  const fields = fc.dictionary(fc.constantFrom(...names), value);
  const types = new Map(['a', 'b', 'a.a', 'b.a', 'a.b.c'].map((name) => [name, 'long']));
  const options = { fieldTypes: types, maxValueLength: 100, maxRecordBytes: 40 } as const;
  const check = createRowChecks({ ...options, projectType: 'userId' });
  fc.assert(
    fc.property(fields, fc.oneof(value, fc.constant('seen')), (dataFields, odd) => {
      const both = { email: EMAIL, dataFields };
      const { user, event: told } = check(mapped(both, { ...both, eventName: odd, id: secret }));
      expect(user?.reason).toMatch(/^Not sent: /);
      expect(told?.reason).toMatch(/^Not sent: /);
      expect(`${user?.reason ?? ''} ${told?.reason ?? ''}`).not.toMatch(/Zq9|ada@/);
    }),
  );
});
