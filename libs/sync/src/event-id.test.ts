import { expect, it } from 'vitest';
import { eventId } from './event-id.js';

const event = {
  email: 'ada@example.com',
  eventName: 'seen',
  createdAt: new Date('2026-01-13T14:30:00Z'),
  dataFields: { page: '/pricing', at: new Date(0), big: 9007199254740993n },
} as const;

it('is made of letters and digits, well under 512 bytes', () => {
  expect(eventId('sync', '1', event)).toMatch(/^[0-9a-f]{64}$/);
});

it('stays what it was: another would make a second event of each', () => {
  expect(eventId('sync', '1', event)).toBe(
    '1f4cb949e4e48142c21b36839effacc63d68e323b190d6482733c797a80d7566',
  );
});

it('is the same for the same row, in whatever order its fields come', () => {
  const { dataFields, ...rest } = event;
  const reordered = {
    dataFields: { big: dataFields.big, at: dataFields.at, page: dataFields.page },
    ...rest,
  };
  expect(eventId('sync', '1', reordered)).toBe(eventId('sync', '1', event));
});

it.each([
  ['sync', eventId('other', '1', event)],
  ['key', eventId('sync', '2', event)],
  ['event name', eventId('sync', '1', { ...event, eventName: 'other' })],
  ['time', eventId('sync', '1', { ...event, createdAt: new Date(0) })],
  ['a field', eventId('sync', '1', { ...event, dataFields: { ...event.dataFields, page: '/' } })],
  [
    'the last digit of a bigint',
    eventId('sync', '1', { ...event, dataFields: { ...event.dataFields, big: 9007199254740992n } }),
  ],
  [
    'a date and its text',
    eventId('sync', '1', {
      ...event,
      dataFields: { ...event.dataFields, at: 'date(1970-01-01T00:00:00.000Z)' },
    }),
  ],
])('changes with the %s', (_what, id) => {
  expect(id).not.toBe(eventId('sync', '1', event));
});
