import { expect, it } from 'vitest';
import { usersNamed } from '../../test/batch-items.js';
import type { BatchItem } from './batch-item.js';
import { WaitingRecords } from './waiting-records.js';

const [some] = usersNamed('a');
const item = (lane: string | undefined, bytes = 10): BatchItem => ({
  ...(some as BatchItem),
  lane,
  bytes,
});
const limits = { records: 16, bytes: 1000, frameBytes: 100 };

function waiting(...items: BatchItem[]): WaitingRecords {
  const records = new WaitingRecords();
  for (const each of items) records.push(each);
  return records;
}

const others = (count: number): BatchItem[] =>
  Array.from({ length: count }, (_, n) => item(`other ${n}`));

it('gives a request when there are enough records for one, or at once where it has to', () => {
  const records = waiting(...others(15));
  expect(records.next(limits, false)).toEqual([]);
  records.push(item('last'));
  expect(records.next(limits, false)).toHaveLength(16);
  expect(records.length).toBe(0);
  records.push(item('next'));
  expect(records.next(limits, false)).toEqual([]);
  expect(records.next(limits, true)).toHaveLength(1);
});

it.each([
  [450, 0],
  [451, 1],
])('gives a request when there are bytes for more than one: 449 + %i', (bytes, count) => {
  const records = waiting(item(undefined, 449), item(undefined, bytes));
  expect(records.next(limits, false)).toHaveLength(count);
});

it('knows the bytes that are left after a request', () => {
  const records = waiting(item(undefined, 600), item(undefined, 600));
  expect(records.next(limits, false)).toHaveLength(1);
  expect(records.next(limits, false)).toEqual([]);
  records.push(item(undefined, 300));
  expect(records.next(limits, false)).toHaveLength(1);
});

it('keeps back what shares a lane with a record under way', () => {
  const records = waiting(item('a'), item('a'), item(undefined), item(undefined));
  const [first, ...more] = records.next(limits, true);
  expect(more.map(({ lane }) => lane)).toEqual([undefined, undefined]);
  expect(records.next(limits, true)).toEqual([]);
  records.release(item(undefined));
  expect(records.next(limits, true)).toEqual([]);
  records.release(first as BatchItem);
  expect(records.next(limits, true)).toHaveLength(1);
});

it('looks again where many share a lane when an eighth of a request has come', () => {
  const records = waiting(...Array.from({ length: 16 }, () => item('a')));
  expect(records.next(limits, false)).toEqual([]);
  for (const each of others(14)) {
    records.push(each);
    expect(records.next(limits, false)).toEqual([]);
  }
  // A request could be made of these 31, and nobody looks.
  records.push(item('b'));
  expect(records.next(limits, false)).toEqual([]);
  records.push(item('c'));
  expect(records.next(limits, false)).toHaveLength(16);
});

it('looks again when a record is settled', () => {
  const records = waiting(...Array.from({ length: 16 }, () => item('a')), ...others(14));
  expect(records.next(limits, false)).toEqual([]);
  records.push(item('b'));
  expect(records.next(limits, false)).toEqual([]);
  records.release(item('somebody'));
  expect(records.next(limits, false)).toHaveLength(16);
});

it('gives all of them away', () => {
  const items = [item('a', 500), item('a', 500)];
  const records = waiting(...items);
  expect(records.clear()).toEqual(items);
  expect(records.length).toBe(0);
  records.push(item('a'));
  expect(records.next(limits, false)).toEqual([]);
  expect(records.next(limits, true)).toHaveLength(1);
});
