import { expect, it } from 'vitest';
import { USERS, itemsOf } from '../../test/batch-items.js';
import { fieldValues } from './field-values.js';

const valuesOf = (dataFields: object, field: string): string[] =>
  itemsOf(USERS, [{ userId: 'u', dataFields }]).flatMap((item) => fieldValues(item, field));

it.each<[string, object, string, string[]]>([
  ['a value', { a: 1, b: 2 }, 'a', ['1']],
  ['a text, which is no number', { a: '1' }, 'a', ['"1"']],
  ['a large integer as it is', { a: 2n ** 60n }, 'a', ['1152921504606846976']],
  ['a nested value', { a: { b: { c: true } } }, 'a.b.c', ['true']],
  ['a name with dots', { 'a.b': { c: 1 }, a: { 'b.c': 2 } }, 'a.b.c', ['1', '2']],
  ['a list, and each of its elements', { a: [1, 'x'] }, 'a', ['[1,"x"]', '1', '"x"']],
  ['what is inside of a list', { a: [{ b: 1 }, { b: 2 }, 3] }, 'a.b', ['1', '2']],
  ['nothing of a name that only begins alike', { ab: { c: 1 }, a: 2 }, 'a.c', []],
  ['nothing of another name that is as long', { ab: { c: 1 } }, 'xy.c', []],
  ['nothing of a name that is nested elsewhere', { x: { a: 1 } }, 'a', []],
  ['nothing of a longer name', { xaa: { a: 1 } }, 'a.a', []],
])('finds %s', (_, dataFields, field, values) => {
  expect(valuesOf(dataFields, field)).toEqual(values);
});

it('finds nothing in a record without data, or whose data are none', () => {
  const items = itemsOf(USERS, [{ userId: 'u' }, { userId: 'v', dataFields: 'a' }]);
  expect(items.flatMap((item) => fieldValues(item, 'a'))).toEqual([]);
});
