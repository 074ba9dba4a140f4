import { expect, it } from 'vitest';
import { baseUrlOf } from './base-url-of.js';
import { resolveBaseUrl } from './base-url.js';

it.each<[unknown, unknown, string]>([
  [undefined, undefined, 'https://api.iterable.com'],
  ['us', undefined, 'https://api.iterable.com'],
  ['eu', undefined, 'https://api.eu.iterable.com'],
  [undefined, 'https://proxy.example.com/iterable/', 'https://proxy.example.com/iterable'],
  [undefined, 'http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
  [undefined, 'http://127.1:4010/', 'http://127.0.0.1:4010'],
  [undefined, 'http://localhost:80/', 'http://localhost'],
  [undefined, 'http://[::1]:4010', 'http://[::1]:4010'],
])('resolves dataCenter %s and baseUrl %s to %s', (dataCenter, baseUrl, expected) => {
  expect(resolveBaseUrl(dataCenter, baseUrl)).toBe(expected);
});

it.each<[unknown, unknown, RegExp]>([
  ['us', 'https://api.iterable.com', /both given/],
  ['EU', undefined, /"us" or "eu"; received "EU"/],
  [null, undefined, /received null/],
  [undefined, 'http://api.iterable.com', /must be https.*received http:\/\/api\.iterable\.com/],
  [undefined, 'http://127.0.0.1.example.com', /must be https/],
  [undefined, 'http://localhost.example.com', /must be https/],
  [undefined, 'http://10.0.0.1', /must be https/],
  [undefined, 'ftp://localhost', /must be https/],
  [undefined, 'api.iterable.com', /absolute URL/],
  [undefined, '', /absolute URL/],
  [undefined, 17, /absolute URL/],
  [undefined, 'https://user:hunter2@example.com', /^(?!.*hunter2).*must not have credentials/],
  [undefined, 'https://example.com/?api_key=hunter2', /^(?!.*hunter2).*a query/],
  [undefined, 'https://example.com/#x', /a fragment/],
])('refuses dataCenter %s with baseUrl %s', (dataCenter, baseUrl, message) => {
  expect(() => resolveBaseUrl(dataCenter, baseUrl)).toThrow(
    expect.objectContaining({
      name: 'TypeError',
      message: expect.stringMatching(message) as string,
    }),
  );
});

it('tells the address of what a client is given, and refuses what a client does', () => {
  expect(baseUrlOf({})).toBe('https://api.iterable.com');
  expect(baseUrlOf({ baseUrl: 'http://localhost:4010/' })).toBe('http://localhost:4010');
  expect(() => baseUrlOf({ datacenter: 'eu' } as never)).toThrow(
    new TypeError('location: unknown option "datacenter". Did you mean "dataCenter"?'),
  );
});
