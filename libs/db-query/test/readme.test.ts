import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { engagementSchemaSql } from '../src/engagement.js';
import { useTestDatabase } from './support.js';

const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
const programs = [...readme.matchAll(/```ts\n(.*?)```/gs)].map((match) => match[1] ?? '');
const folder = join(import.meta.dirname, '..', 'out-tsc', 'readme');
mkdirSync(folder, { recursive: true });
const before = process.cwd();
// Files that the programs write go there.
process.chdir(folder);
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

const fixture = useTestDatabase(`${engagementSchemaSql}
  insert into users values (1, 'ann@example.com', null, null, 'pro', null), (2, 'bob@example.com', null, null, 'free', null);
  insert into page_events values (1, 1, '/pricing', null, null, null, date_trunc('hour', now()));
`);

describe('the programs of the README run and say what they should', () => {
  test.each([
    ['the first', 0, [/^PostgreSQL \d+/, /^1 \/pricing .*:00:00\.000Z$/]],
    ['a query of your own', 1, [/^id,email$/, /^2 bob@example\.com$/]],
    ['SQL of your own', 2, [/^bob@example\.com$/]],
    ['CSV at the speed of the server', 3, [/^1 rows in engagement(_\d+)?\.csv$/]],
    ['the embedded database', 4, [/^\d+(\.\d+)+$/]],
  ] as const)('%s', { timeout: 60_000 }, async (_, index, output) => {
    vi.stubEnv('DATABASE_URL', fixture.url);
    const said: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((...words) => void said.push(words.join(' ')));
    const path = join(folder, `program-${index}.ts`);
    writeFileSync(path, programs[index] ?? '');
    await import(path);
    expect(said).toEqual(output.map((line) => expect.stringMatching(line)));
  });

  test('all of them', () => expect(programs).toHaveLength(5));
});
