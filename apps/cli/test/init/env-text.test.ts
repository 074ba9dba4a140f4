import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDotenv } from '../../src/config/read-dotenv.js';
import { envText, fitsEnv } from '../../src/init/env-text.js';
import { projectFolder } from '../project/project-folder.js';

it('has a place for what a run needs, and what goes there', () => {
  expect(envText({})).toMatchInlineSnapshot(`
    "# Settings of iterable-sync, secrets among them: keep this file to yourself.
    # The environment wins over it, and flags win over both.
    # NAME_FILE in place of NAME reads a secret from a file.

    # Where the rows are: postgres://user:password@host:5432/database
    DATABASE_URL=

    # A server-side key of the Iterable project; for JWT one that is enabled for it.
    ITERABLE_API_KEY=
    "
  `);
});

it('has the settings that are given, and a place for the secret of JWT', () => {
  const lines = envText({ USE_JWT_AUTH: 'true', ITERABLE_DATA_CENTER: 'eu' }).split('\n');
  expect(lines.filter((line) => line.includes('='))).toEqual([
    'DATABASE_URL=',
    'ITERABLE_API_KEY=',
    'USE_JWT_AUTH=true',
    'ITERABLE_JWT_SECRET=',
    'ITERABLE_DATA_CENTER=eu',
  ]);
});

it('whatever fits into it is read back as it was, without a complaint', () => {
  const file = join(projectFolder({}), '.env');
  // What can be typed into a line.
  const typed = fc
    .string({ unit: fc.constantFrom(...'ab=1 #$\'"`\\nr{}%:/@é'), maxLength: 24 })
    .filter((text) => text.trim() === text && fitsEnv(text));
  fc.assert(
    fc.property(typed, typed, (url, key) => {
      writeFileSync(file, envText({ DATABASE_URL: url, ITERABLE_API_KEY: key }));
      expect(readDotenv(file)).toEqual({
        values: { DATABASE_URL: url, ITERABLE_API_KEY: key },
        problems: [],
      });
    }),
    { numRuns: 500 },
  );
});

it('a value with all kinds of quotes does not fit', () => {
  expect(fitsEnv('a\'b"c`d')).toBe(false);
  expect(fitsEnv('a\'b"c')).toBe(true);
});
