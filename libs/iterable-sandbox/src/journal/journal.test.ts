import { expect, it } from 'vitest';
import { Journal, type JournalRecord } from './journal.js';

const record = (at: number): JournalRecord => ({
  operation: 'users/update',
  method: 'POST',
  path: '/api/users/update',
  query: {},
  status: 200,
  at,
  text: `{"at":${at}}`,
  fault: false,
});

it('keeps the latest entries in order over many thousands of requests', () => {
  const journal = new Journal({ maxEntries: 100, maxBodyChars: 1_000_000 });
  for (let at = 0; at < 10_000; at++) {
    journal.add(record(at));
    const entries = at % 997 === 0 ? journal.entries() : undefined;
    if (entries) {
      const first = Math.max(0, at - 99);
      const expected = Array.from({ length: at - first + 1 }, (_, i) => ({ at: first + i }));
      expect(entries.map(({ body }) => body)).toEqual(expected);
    }
  }
  expect(journal.counts()).toEqual({ 'users/update': { 200: 10_000 } });
});

it('hands out the same entry each time', () => {
  const journal = new Journal({ maxEntries: 1, maxBodyChars: 100 });
  journal.add(record(1));
  expect(journal.entries()[0]).toBe(journal.entries()[0]);
});
