import { expect, it } from 'vitest';
import { EVENTS, USERS, itemsOf, places } from '../../test/batch-items.js';
import type { BatchKind } from './batch-kind.js';
import { findCulprits } from './find-culprits.js';

const told = (params: object, records: readonly object[], kind: BatchKind = USERS): object => {
  const { certain, suspects } = findCulprits({ ...params }, itemsOf(kind, records), kind);
  return { certain: places(certain), suspects: places(suspects) };
};

const users = [{ a: 1 }, { a: 2 }, { a: 2 }, {}].map((dataFields, n) => ({
  userId: `u${n}`,
  dataFields,
}));
const wrong = (field: string, offendingValue: unknown): object => ({
  validationErrors: { [field]: { offendingValue } },
});

it('reads places', () => {
  const params = { 'obj.users[1].preferUserId': 'Boolean value expected', 'users[3]': '' };
  expect(told(params, users)).toEqual({ certain: [1, 3], suspects: [] });
});

it.each([
  ['beyond the request', { 'obj.users[4].x': '' }],
  ['of another list', { 'obj.events[1].x': '' }],
  ['of a field in a record', { 'obj.users[].x': '' }],
])('passes over places %s', (_, params) => {
  expect(told(params, users)).toEqual({ certain: [], suspects: [] });
});

it('finds all users with the offending value, and no others', () => {
  expect(told(wrong('a', 2), users)).toEqual({ certain: [1, 2], suspects: [] });
});

it('takes a text and a number for two values', () => {
  expect(told(wrong('a', '2'), users)).toEqual({ certain: [], suspects: [0, 1, 2] });
});

it('suspects those that have the field, where nobody has the value', () => {
  expect(told({ validationErrors: { a: null } }, users)).toMatchObject({ suspects: [0, 1, 2] });
});

it('compares integers digit by digit that a number would round', () => {
  const large = [2n ** 60n, 2n ** 60n + 1n].map((a) => ({ userId: `u${a}`, dataFields: { a } }));
  expect(told(wrong('a', 2n ** 60n + 1n), large)).toEqual({ certain: [1], suspects: [] });
});

it('is certain of events of one name, and not of several', () => {
  const events = ['x', 'x', 'y'].map((eventName) => ({
    userId: 'u',
    eventName,
    dataFields: { a: 1 },
  }));
  expect(told(wrong('a', 1), events.slice(0, 2), EVENTS)).toMatchObject({ certain: [0, 1] });
  expect(told(wrong('a', 1), events, EVENTS)).toEqual({ certain: [], suspects: [0, 1, 2] });
});
