import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const room = join(import.meta.dirname, '..');
const folder = join(room, 'out-tsc', 'examples');

/** The blocks of TypeScript in a text, with the stars of a comment taken away. */
function examplesOf(text: string): string[] {
  const plain = text.replace(/^ \* ?/gm, '');
  return [...plain.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code);
}

const sources = readdirSync(join(room, 'src'))
  .filter((name) => !name.includes('.test'))
  .map((name) => join(room, 'src', name));

const examples = [join(room, 'README.md'), ...sources].flatMap((path) =>
  examplesOf(readFileSync(path, 'utf8')).map((code, index) => ({
    name: `${basename(path)} ${index + 1}`,
    code,
  })),
);

mkdirSync(folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('are there', () => {
  expect(examples.length).toBeGreaterThanOrEqual(9);
});

it.each(examples)('$name runs', async ({ name, code }) => {
  const path = join(folder, `${name.replace(/\W+/g, '-')}.ts`);
  writeFileSync(path, code);
  expect(code).toContain("from '@org/auth'");
  await import(pathToFileURL(path).href);
});
