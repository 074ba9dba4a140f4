import { expect, it } from 'vitest';
import { parseLedgerUrl } from './ledger-url.js';

it.each([
  ['sqlite:ledger.db', { kind: 'sqlite', path: 'ledger.db' }],
  ['sqlite:.iterable-sync/ledger.db', { kind: 'sqlite', path: '.iterable-sync/ledger.db' }],
  ['sqlite:/var/lib/ledger.db', { kind: 'sqlite', path: '/var/lib/ledger.db' }],
  ['sqlite:///var/lib/ledger.db', { kind: 'sqlite', path: '///var/lib/ledger.db' }],
  ['SQLite:ledger db?.x', { kind: 'sqlite', path: 'ledger db?.x' }],
  ['sqlite::memory:', { kind: 'memory' }],
  ['postgres://localhost/shop', { kind: 'postgres', url: 'postgres://localhost/shop' }],
  ['postgresql:///shop', { kind: 'postgres', url: 'postgresql:///shop' }],
])('reads %s', (url, place) => {
  expect(parseLedgerUrl(url)).toEqual(place);
});

it.each([
  ['ledger.db', /no scheme/],
  ['', /no scheme/],
  ['hunter2@db/shop', /no scheme/],
  ['mysql://ada:hunter2@db/shop', /begins with mysql:, which is unknown; give sqlite:PATH, /],
  ['postgres://ada:hunter2@db:port/shop', /is not a valid postgres URL/],
  ['sqlite:', /no path/],
  ['sqlite://hunter2/ledger.db', /two slashes/],
  ['sqlite:a\0hunter2', /NUL/],
  [undefined, /received undefined/],
  [7, /received number/],
])('refuses %j, and repeats nothing of it', (url, says) => {
  const error = caught(() => parseLedgerUrl(url));
  expect(error).toBeInstanceOf(TypeError);
  expect(String(error)).toMatch(says);
  expect(String(error)).toMatch(/openLedger: url /);
  expect(String(error)).not.toContain('hunter2');
});

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
