import { expect, it } from 'vitest';
import { camelCase } from './camel-case.js';
import { columnType } from './column-kind.js';
import { isDay, momentOf } from './time-text.js';

it.each([
  ['text', 'text', false],
  ['character varying(255)', 'text', false],
  ['uuid', 'text', false],
  ['plan_type', 'text', false],
  ['integer', 'integer', false],
  ['bigint[]', 'integer', true],
  ['BIGINT', 'integer', false],
  ['numeric(10,2)', 'numeric', false],
  ['numeric(10,2)[]', 'numeric', true],
  ['double precision', 'float', false],
  ['timestamp with time zone', 'moment', false],
  ['timestamp(3) with time zone', 'moment', false],
  ['timestamp(3) without time zone[]', 'timestamp', true],
  ['time without time zone', 'text', false],
  ['date', 'date', false],
  ['jsonb', 'json', false],
  ['bytea[]', 'bytes', true],
])('reads the type %s', (name, kind, list) => {
  expect(columnType(name)).toEqual({ kind, list });
});

it.each([
  ['2026-01-13 14:30:45', '2026-01-13T14:30:45.000Z'],
  ['2026-01-13 14:30:45.1', '2026-01-13T14:30:45.100Z'],
  ['2026-01-13 14:30:45.123456', '2026-01-13T14:30:45.123Z'],
  ['0001-01-01 00:00:00', '0001-01-01T00:00:00.000Z'],
])('takes the timestamp %s as UTC', (text, iso) => {
  expect(momentOf(text)?.toISOString()).toBe(iso);
});

it.each(['infinity', '-infinity', '0044-03-15 10:00:00 BC', '12026-01-13 14:30:45', ''])(
  'has no moment or day for %j',
  (text) => {
    expect(momentOf(text)).toBeUndefined();
    expect(isDay(text)).toBe(false);
  },
);

it.each([
  ['plan_type', 'planType'],
  ['a_b_c', 'aBC'],
  ['first name', 'firstName'],
  ['first-name', 'firstName'],
  ['planType', 'planType'],
  ['_private', '_private'],
  ['trailing_', 'trailing_'],
  ['line_1', 'line1'],
  ['address.zip_code', 'address.zipCode'],
  ['größe_über', 'größeÜber'],
])('writes %s in camel case as %s', (name, camel) => {
  expect(camelCase(name)).toBe(camel);
});
