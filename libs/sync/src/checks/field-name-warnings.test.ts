import { expect, it } from 'vitest';
import { defineSync, type UserPayload } from '../define-sync.js';
import { mapRow } from '../map-row.js';
import { fieldNameMessage, fieldNameWarnings } from './field-name-warnings.js';

const sync = defineSync<object>({
  name: 'test',
  key: () => '1',
  user: (dataFields) => ({ email: 'ada@example.com', dataFields }) as UserPayload,
});
const rows = (...fields: object[]) => fields.map((field, place) => mapRow(sync, field, place + 1));

it('warns of names that only case or outer spaces tell from a field of the project', () => {
  const types = new Map([
    ['planType', 'string'],
    ['address.city', 'string'],
  ]);
  const given = rows({ plantype: 1 }, { plantype: 2, 'planType ': 1, address: { City: 'x' } });
  expect(fieldNameWarnings(given, types)).toEqual([
    { field: 'plantype', like: 'planType' },
    { field: 'planType ', like: 'planType' },
    { field: 'address.City', like: 'address.city' },
  ]);
});

it('warns of two such names among the rows', () => {
  expect(fieldNameWarnings(rows({ plan: 1, Plan: 1 }))).toEqual([{ field: 'Plan', like: 'plan' }]);
});

it('is content with names that the project has both', () => {
  const types = new Map([
    ['plan', 'string'],
    ['Plan', 'string'],
  ]);
  expect(fieldNameWarnings(rows({ plan: 1, Plan: 1, other: 1 }), types)).toEqual([]);
});

it('tells both names', () => {
  expect(fieldNameMessage([{ field: 'Plan', like: 'plan' }])).toBe(
    'Profile fields whose names differ only by case or spaces, which Iterable keeps apart: "Plan" and "plan".',
  );
});
