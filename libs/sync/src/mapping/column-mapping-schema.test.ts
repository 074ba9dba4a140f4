import { describe, expect, it } from 'vitest';
import { columnMappingSchema } from './index.js';
import { schemaProblems } from './schema-problems.js';

const least = { name: 'plans', key: 'id', email: 'email' };
const problemsOf = (more: object): string[] =>
  schemaProblems(columnMappingSchema, { ...least, ...more }).map(({ message }) => message);

describe('takes', () => {
  it.each([
    {},
    { $schema: './column-mapping.schema.json' },
    { profile: true },
    { profile: false, event: { name: 'seen' } },
    { profile: { fields: { planType: 'plan' }, only: ['a'], mergeNestedObjects: true } },
    { profile: { except: ['a'], preferUserId: false } },
    { event: { name: { column: 'kind' }, createdAt: 'at', id: 'uuid', when: 'at' } },
    { event: { name: 'seen', campaignId: 1, templateId: { column: 'template' }, fields: {} } },
    { ignore: ['a', 'b'], case: 'camel', nulls: 'omit', numeric: 'text', text: ['zip'] },
  ])('%j', (more) => {
    expect(problemsOf(more)).toEqual([]);
  });
});

describe('refuses', () => {
  it.each([
    [{ name: ' ' }, 'name must be a text that is not blank; it is " "'],
    [{ key: 7 }, 'key must be a text that is not blank; it is 7'],
    [{ userId: 'id' }, 'the mapping needs one of email and userId, and not both'],
    [{ profil: true }, 'the mapping has no property "profil" (did you mean "profile"?)'],
    [{ profile: 'yes' }, 'profile must be true or false or an object; it is "yes"'],
    [{ profile: null }, 'profile must be true or false or an object; it is null'],
    [{ profile: { onlly: [] } }, 'profile has no property "onlly" (did you mean "only"?)'],
    [{ profile: { only: [], except: [] } }, 'profile has only and except: give one of them'],
    [{ profile: { only: 'a' } }, 'profile.only must be a list; it is "a"'],
    [{ profile: { only: ['a', 1] } }, 'profile.only[1] must be a text that is not blank; it is 1'],
    [
      { profile: { fields: { a: [] } } },
      'profile.fields.a must be a text that is not blank; it is a list',
    ],
    [{ event: {} }, 'event needs name'],
    [{ event: { name: {} } }, 'event.name needs column'],
    [
      { event: { name: 'x', campaignId: 1.5 } },
      'event.campaignId must be a whole number from 1 on or an object; it is 1.5',
    ],
    [{ ignore: ['a', 'b', 'a'] }, 'ignore has "a" twice'],
    [{ case: 'snake' }, 'case must be "keep" or "camel"; it is "snake"'],
    [{ nulls: undefined }, 'nulls must be "send" or "omit"; it is undefined'],
  ])('%j', (more, problem) => {
    expect(problemsOf(more)).toEqual([problem]);
  });

  it.each([
    [null, 'null'],
    [[], 'a list'],
    ['x', '"x"'],
  ])('what is no object: %j', (value, told) => {
    expect(schemaProblems(columnMappingSchema, value)).toEqual([
      { path: [], message: `the mapping must be an object; it is ${told}` },
    ]);
  });

  it('and says where, for messages that name a line', () => {
    const value = { ...least, name: ' ', profile: { only: ['a', 1] }, evnt: {} };
    expect(schemaProblems(columnMappingSchema, value).map(({ path }) => path)).toEqual([
      ['name'],
      ['profile', 'only', 1],
      ['evnt'],
    ]);
  });

  it('numbers out of range, where a schema bounds them', () => {
    const schema = {
      $defs: {},
      type: 'object',
      properties: { percent: { type: 'integer', minimum: 0, maximum: 100 } },
    } as const;
    expect(schemaProblems(schema, { percent: 101 }, 'guards')).toEqual([
      { path: ['percent'], message: 'percent must be a whole number from 0 to 100; it is 101' },
    ]);
    expect(schemaProblems(schema, { percent: 100 })).toEqual([]);
    expect(schemaProblems(schema, 1, 'guards')[0]?.message).toBe(
      'guards must be an object; it is 1',
    );
  });

  it('no property of an object whose schema leaves it open, as JSON Schema has it', () => {
    const open = { $defs: {}, type: 'object', properties: { a: { type: 'string' } } } as const;
    expect(schemaProblems(open, { a: 'x', b: 1 })).toEqual([]);
    expect(schemaProblems(open, { a: 1, b: 1 })).toHaveLength(1);
  });

  it('and tells all problems at once', () => {
    const problems = schemaProblems(columnMappingSchema, { case: 1, evnt: {}, profile: 3 });
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('case must be'),
      expect.stringContaining('"evnt" (did you mean "event"?)'),
      expect.stringContaining('profile must be'),
      'the mapping needs name',
      'the mapping needs key',
      'the mapping needs one of email and userId, and not both',
    ]);
  });
});

it('is plain JSON, and refers to nothing outside of itself', () => {
  const text = JSON.stringify(columnMappingSchema);
  expect(JSON.parse(text)).toEqual(columnMappingSchema);
  const refs = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);
  expect(new Set(refs)).toEqual(
    new Set(Object.keys(columnMappingSchema.$defs).map((name) => `#/$defs/${name}`)),
  );
});
