import { expect, it } from 'vitest';
import { defineSync, type UserPayload } from '../define-sync.js';
import { mapRow, type MappedRow } from '../map-row.js';
import { fieldConflictMessage, fieldConflicts } from './index.js';

const sync = defineSync<object>({
  name: 'test',
  key: () => '1',
  user: (dataFields) => ({ email: 'ada@example.com', dataFields }) as UserPayload,
});
const rows = (...fields: object[]): MappedRow[] =>
  fields.map((dataFields, index) => mapRow(sync, dataFields, index + 1));

const types = new Map([
  ['plan', 'long'],
  ['tags', 'long'],
  ['address.city', 'boolean'],
]);

it('finds a field whose every value disagrees', () => {
  expect(fieldConflicts(rows({ plan: 'a' }, { plan: null }, { plan: 1.5 }), types)).toEqual([
    { field: 'plan', expected: 'long', found: ['text', 'a fraction'], rows: 2 },
  ]);
});

it('looks into objects and lists, and counts a list once', () => {
  const given = { tags: ['a', 'b'], address: { city: 'x' } };
  expect(fieldConflicts(rows(given), types)).toEqual([]);
  expect(fieldConflicts(rows(given, given), types)).toEqual([
    { field: 'tags', expected: 'long', found: ['text'], rows: 2 },
    { field: 'address.city', expected: 'boolean', found: ['text'], rows: 2 },
  ]);
});

it('finds nothing where one value fits, one alone does not, or the field is new', () => {
  expect(fieldConflicts(rows({ plan: 'a' }, { plan: 'b' }, { plan: 3 }), types)).toEqual([]);
  expect(fieldConflicts(rows({ plan: 'a' }, { plan: null }), types)).toEqual([]);
  expect(fieldConflicts(rows({ other: 'a' }, { other: 'b' }), types)).toEqual([]);
  expect(fieldConflicts(rows({ tags: ['a', 1] }, { tags: ['a', 1] }), types)).toEqual([]);
  expect(fieldConflicts([], types)).toEqual([]);
});

it('passes over rows that are refused or have no profile', () => {
  const none = defineSync<null>({ name: 'x', key: () => '1', user: () => null });
  const failing = defineSync<null>({
    name: 'x',
    key: () => '1',
    user: () => ({ email: 'nobody', dataFields: { plan: 'a' } }),
  });
  const given = [mapRow(none, null, 1), mapRow(failing, null, 2), ...rows({ plan: 'a' })];
  expect(fieldConflicts(given, types)).toEqual([]);
});

it('tells field, type, what was found and what to do', () => {
  const conflicts = fieldConflicts(rows({ plan: 'a' }, { plan: 'b' }), types);
  expect(fieldConflictMessage(conflicts)).toBe(
    'Nothing was sent: "plan" has the type long in Iterable, and all 2 values looked at are text (send a whole number). Iterable never changes a field\'s type: change the query or the mapping, or use another field name.',
  );
});
