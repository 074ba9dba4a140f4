import { describe, expect, it } from 'vitest';
import { fieldTypesOf, takes } from './field-types.js';
import { valueKind } from './value-kind.js';

describe('fieldTypesOf', () => {
  it('reads the reply of users/getFields', () => {
    const fields = { name: 'string', 'address.number': 'long', Paid: 'Boolean' };
    expect([...fieldTypesOf({ fields })]).toEqual([
      ['name', 'string'],
      ['address.number', 'long'],
      ['Paid', 'boolean'],
    ]);
  });

  it.each([undefined, null, 'x', 7, [], {}, { fields: null }, { fields: ['a'] }])(
    'finds nothing in %j',
    (reply) => {
      expect(fieldTypesOf(reply).size).toBe(0);
    },
  );

  it('leaves out what is no type name', () => {
    expect([...fieldTypesOf({ fields: { a: 1, b: null, c: 'date' } })]).toEqual([['c', 'date']]);
  });
});

const TYPES = ['string', 'date', 'long', 'double', 'boolean', 'geo_location', 'object', 'nested'];

it.each<[unknown, string[]]>([
  ['x', ['string']],
  ['', ['string']],
  ['12', ['string']],
  ['2026-01-13', ['string', 'date']],
  ['2026-02-30', ['string']],
  [new Date(0), ['string', 'date']],
  [7, ['long', 'double']],
  [-0, ['long', 'double']],
  [7n, ['long', 'double']],
  [2 ** 63, ['double']],
  [0.5, ['double']],
  [true, ['boolean']],
  [{ lat: 1, lon: 2 }, ['geo_location', 'object', 'nested']],
  [{ lat: 1 }, ['object', 'nested']],
  [{}, ['object', 'nested']],
])('takes %o for the types %j', (value, types) => {
  const kind = valueKind(value);
  expect(TYPES.filter((type) => kind !== undefined && takes(type, kind))).toEqual(types);
});

it.each([null, undefined, NaN, Infinity, 2n ** 63n, new Date(NaN), new Map(), Symbol('x')])(
  'gives %s no type',
  (value) => {
    expect(valueKind(value)).toBeUndefined();
  },
);

it('takes anything for a type that it does not know', () => {
  expect(takes('hologram', 'text')).toBe(true);
});
