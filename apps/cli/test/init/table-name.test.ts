import { expect, it } from 'vitest';
import { quoteName, tableName } from '../../src/init/table-name.js';

it.each([
  ['orders', 'orders', 'orders'],
  [' shop.orders ', 'orders', 'shop.orders'],
  ['Shop.Orders', 'Orders', '"Shop"."Orders"'],
  ['order', 'order', '"order"'],
  ['2024', '2024', '"2024"'],
  ['my "table"', 'my "table"', '"my ""table"""'],
])('%s is a table', (text, name, sql) => {
  expect(tableName(text)).toEqual({ name, sql });
});

it.each(['', ' ', '.', 'a.', '.a', 'a.b.c'])('%j is none', (text) => {
  expect(tableName(text)).toBeUndefined();
});

it('what ends a name and begins something else stays inside of it', () => {
  expect(quoteName('a"; drop table b; --')).toBe('"a""; drop table b; --"');
});
