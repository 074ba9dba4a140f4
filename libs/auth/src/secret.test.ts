import { Console } from 'node:console';
import { PassThrough } from 'node:stream';
import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { Secret } from './secret.js';

const TEXT = 'hunter2-hunter2';

function printed(value: unknown): string {
  const stream = new PassThrough();
  new Console(stream).log(value, [value], { value }, `%s %o %O %j`, value);
  return String(stream.read());
}

const views: readonly [string, (secret: Secret) => string][] = [
  ['a template string', (secret) => `${secret as unknown as string}`],
  ['String', (secret) => String(secret)],
  ['concatenation', (secret) => (secret as unknown as string) + ''],
  ['JSON', (secret) => JSON.stringify({ secret, list: [secret] })],
  ['util.inspect', (secret) => inspect({ secret, map: new Map([[secret, secret]]) })],
  [
    'util.inspect with everything shown',
    (secret) => inspect(secret, { showHidden: true, depth: Infinity, getters: true }),
  ],
  [
    'util.inspect without custom functions',
    (secret) => inspect(secret, { customInspect: false, showHidden: true, depth: Infinity }),
  ],
  ['the console', printed],
  ['an error message', (secret) => new Error(secret as unknown as string).stack ?? ''],
  ['its properties', (secret) => Reflect.ownKeys(secret).map(String).join()],
  ['a structured clone', (secret) => inspect(structuredClone({ secret }))],
];

it.each(views)('is not seen in %s', (_, view) => {
  expect(view(new Secret(TEXT))).not.toContain(TEXT);
});

it('reads [redacted] where it is shown', () => {
  const secret = new Secret(TEXT);
  expect([String(secret), JSON.stringify(secret), inspect(secret)]).toEqual([
    '[redacted]',
    '"[redacted]"',
    '[redacted]',
  ]);
});

it('gives its text to whoever asks for it', () => {
  expect(new Secret(TEXT).reveal()).toBe(TEXT);
});

it.each([
  ['', 'A secret must not be empty.'],
  [' \t\n', 'A secret must not be blank.'],
  [undefined, 'A secret must be a string; received undefined.'],
  [null, 'A secret must be a string; received null.'],
  [['hunter2'], 'A secret must be a string; received array.'],
])('refuses %j', (value, message) => {
  expect(() => new Secret(value as string)).toThrow(new TypeError(message));
});
