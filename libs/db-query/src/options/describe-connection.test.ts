import { expect, it } from 'vitest';
import { describeConnection } from './describe-connection.js';

/** `name value variable` of each, as it is told. */
const told = (environment: Readonly<Record<string, string>>) =>
  describeConnection(environment).map(({ name, value = '?', variable = 'default' }) =>
    [name, value, variable].join(' '),
  );

const DEFAULTS = ['applicationName iterable-sync default', 'connectTimeoutSeconds 10 default'];

it("tells of each value which variable decides, libpq's where the others are silent", () => {
  expect(
    told({
      DATABASE_URL: 'postgres://:a-password@db.example.com/shop?sslmode=verify-full',
      PGUSER: 'reader',
      PGHOST: 'other.example.com',
      PGPORT: '6543',
      PGAPPNAME: 'nightly',
    }),
  ).toEqual([
    'host db.example.com DATABASE_URL',
    // A port counts only with the host of its family.
    'port 5432 default',
    'database shop DATABASE_URL',
    'user reader PGUSER',
    'password ? DATABASE_URL',
    'tlsMode verify-full DATABASE_URL',
    'applicationName nightly PGAPPNAME',
    'connectTimeoutSeconds 10 default',
  ]);
});

it('tells what is there where something is missing, and nothing where nothing is', () => {
  expect(told({ PGHOST: 'localhost', PGPORT: '6543', DB_PASSWORD: 'a-password' })).toEqual([
    'host localhost PGHOST',
    'port 6543 PGPORT',
    'password ? DB_PASSWORD',
    'tlsMode disable default',
    ...DEFAULTS,
  ]);
  expect(told({})).toEqual([]);
  expect(told({ DATABASE_URL: 'no URL, but a-password' })).toEqual([]);
});
