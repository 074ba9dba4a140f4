import { expect, it } from 'vitest';
import { API_KEY } from '../test/fixtures.js';
import { apiKeyAuth } from './api-key-auth.js';
import { Secret } from './secret.js';

it('sends the key as Api-Key, whoever the request is about', () => {
  const auth = apiKeyAuth({ apiKey: API_KEY });
  expect(auth.method).toBe('api-key');
  expect(auth.headers()).toEqual({ 'Api-Key': API_KEY });
  expect(auth.headers({ email: 'ada@example.com' })).toBe(auth.headers());
});

it('takes the key as a Secret', () => {
  expect(apiKeyAuth({ apiKey: new Secret(API_KEY) }).headers()).toEqual({ 'Api-Key': API_KEY });
});

it('hands out headers that nobody can change for the others', () => {
  const headers = apiKeyAuth({ apiKey: API_KEY }).headers();
  expect(() => Object.assign(headers, { 'Api-Key': 'other' })).toThrow(TypeError);
});

it('makes headers that fetch takes', () => {
  const every = String.fromCharCode(...Array.from({ length: 94 }, (_, index) => 33 + index));
  const headers = new Headers(apiKeyAuth({ apiKey: every }).headers());
  expect(headers.get('api-key')).toBe(every);
});

it.each([
  ['', 'apiKeyAuth: apiKey must not be empty.'],
  ['  ', 'apiKeyAuth: apiKey must not be blank.'],
  [undefined, 'apiKeyAuth: apiKey must be a string; received undefined.'],
  [123, 'apiKeyAuth: apiKey must be a string; received number.'],
])('refuses %j as a key', (apiKey, message) => {
  expect(() => apiKeyAuth({ apiKey: apiKey as string })).toThrow(new TypeError(message));
});

it.each([
  ['a line feed', '\n', 'U+000A'],
  ['a header of its own', '\r\nX-Admin: 1', 'U+000D'],
  ['a space', ' ', 'U+0020'],
  ['a NUL', '\0', 'U+0000'],
  ['DEL', '\x7f', 'U+007F'],
  ['a no-break space', '\u00a0', 'U+00A0'],
  ['an emoji', '😀', 'U+1F600'],
])('refuses a key with %s and says where, not what', (_, text, codePoint) => {
  const key = `abcdef${text}ghijkl`;
  for (const apiKey of [key, new Secret(key)]) {
    expect(() => apiKeyAuth({ apiKey })).toThrow(
      new TypeError(
        `apiKeyAuth: apiKey has ${codePoint} at position 7, which no API key has; ` +
          'look for a line break or a space that was copied along.',
      ),
    );
  }
});

it.each([
  [{ apiKey: API_KEY, api_key: '' }, "apiKeyAuth has no option 'api_key'; did you mean 'apiKey'?"],
  [{ apiKey: API_KEY, region: 'eu' }, "apiKeyAuth has no option 'region'; known options: apiKey."],
  [undefined, 'apiKeyAuth takes an object of options; received undefined.'],
  [API_KEY, 'apiKeyAuth takes an object of options; received string.'],
  [[API_KEY], 'apiKeyAuth takes an object of options; received array.'],
])('refuses the options %#', (options, message) => {
  expect(() => apiKeyAuth(options as never)).toThrow(new TypeError(message));
});
