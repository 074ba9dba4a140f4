import { expect, it } from 'vitest';
import { dotenvHint } from '../../src/config/dotenv-hint.js';

const HINT =
  'No .env was read: there is none in /srv. Run it where the file is, or name it with --dotenv.';
const DATABASE = { DATABASE_URL: 'postgres://db/app' };
const KEY = { ITERABLE_API_KEY: '0123456789abcdef' };

it.each([
  ['nothing is set', {}, 'absent', HINT],
  ['the key is missing', DATABASE, 'absent', HINT],
  ['the database is missing', KEY, 'absent', HINT],
  ['the file was read', {}, 'read', undefined],
  ['nothing is missing', { ...DATABASE, ...KEY }, 'absent', undefined],
] as const)('a .env that was not read is told where %s', (_name, settings, dotenv, hint) => {
  expect(dotenvHint({ settings, dotenv }, '/srv')).toBe(hint);
});
