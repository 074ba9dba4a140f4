import { expect, it } from 'vitest';
import { defineSync, type UserPayload } from '../define-sync.js';
import { mapRow } from '../map-row.js';
import { newFields, newFieldsMessage } from './new-fields.js';

const sync = defineSync<object>({
  name: 'test',
  key: () => '1',
  user: (dataFields) => ({ email: 'ada@example.com', dataFields }) as UserPayload,
});
const rows = (...fields: object[]) => fields.map((field, place) => mapRow(sync, field, place + 1));

it('tells the fields that the project lacks, and their types to be', () => {
  const given = {
    plan: 'pro',
    age: 7,
    score: 0.5,
    paid: true,
    since: '2026-01-13',
    at: new Date(0),
    home_geo_location: { lat: 1, lon: 2 },
    address: { city: 'x' },
    tags: ['a'],
    none: null,
  };
  const found = newFields(rows(given), new Map([['plan', 'string']]));
  expect(found.map(({ field, type }) => [field, type])).toEqual([
    ['age', 'long'],
    ['score', 'double'],
    ['paid', 'boolean'],
    ['since', 'date'],
    ['at', 'date'],
    ['home_geo_location', 'geo_location'],
    ['address', 'object'],
    ['address.city', 'string'],
    ['tags', 'string'],
  ]);
});

it('names no type where the values would make different ones', () => {
  const found = newFields(
    rows({ price: 10, day: '2026-01-13' }, { price: 10.5, day: 'never' }, { at: new Date(0) }),
    new Map(),
  );
  expect(found).toEqual([
    { field: 'price', found: ['a whole number', 'a fraction'] },
    { field: 'day', found: ['a date as text', 'text'] },
    { field: 'at', type: 'date', found: ['a date'] },
  ]);
});

it('tells new fields in one sentence, and what to do where their types are open', () => {
  const at = { field: 'at', type: 'date', found: ['a date'] };
  const price = { field: 'price', found: ['a whole number', 'a fraction'] };
  expect(newFieldsMessage([at])).toBe(
    'Profile fields that the project does not have yet, and whose first value to arrive fixes their type for good: "at" (date).',
  );
  expect(newFieldsMessage([at, price])).toBe(
    'Profile fields that the project does not have yet, and whose first value to arrive fixes their type for good: "at" (date), "price" (a whole number or a fraction). Those with values of several types are better created in Iterable first.',
  );
});

it('tells of many fields how many more there are', () => {
  const fields = Array.from({ length: 53 }, (_, n) => ({
    field: `f${n}`,
    type: 'long',
    found: [],
  }));
  expect(newFieldsMessage(fields)).toMatch(/"f49" \(long\) and 3 more\.$/);
});
