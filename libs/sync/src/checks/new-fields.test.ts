import { expect, it } from 'vitest';
import { defineSync, type UserPayload } from '../define-sync.js';
import { mapRow } from '../map-row.js';
import { newFieldMessage, newFields } from './index.js';

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
  expect(newFieldMessage({ field: 'price', found: ['a whole number', 'a fraction'] })).toBe(
    'The profile field "price" is new, and the first value to arrive fixes its type for ever, but it has a whole number and a fraction: create it in Iterable with the right type first.',
  );
  expect(newFieldMessage({ field: 'at', type: 'date', found: ['a date'] })).toBe(
    'The profile field "at" is new, and will be of the type date.',
  );
});
