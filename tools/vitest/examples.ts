import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';

/** What is to be run, and where it is found. */
export interface Examples {
  /** The library's folder. */
  readonly room: string;
  /** The name that examples import. */
  readonly library: string;
  /** How many there are at least, so that none is lost to a slip in the search. */
  readonly atLeast: number;
}

/** Makes a test of each block of TypeScript in the README and in the comments of the sources: it runs. */
export function testExamples({ room, library, atLeast }: Examples): void {
  const folder = join(room, 'out-tsc', 'examples');
  const sources = readdirSync(join(room, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('.test'))
    .map((name) => join(room, 'src', name));
  const examples = [join(room, 'README.md'), ...sources].flatMap((path) =>
    blocksOf(readFileSync(path, 'utf8')).map((code, index) => ({
      name: `${basename(path)} ${index + 1}`,
      code,
    })),
  );

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Files that examples write go there.
  const before = process.cwd();
  process.chdir(folder);
  afterAll(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });

  it('are there', () => {
    expect(examples.length).toBeGreaterThanOrEqual(atLeast);
  });

  it.each(examples)('$name runs', async ({ name, code }) => {
    const path = join(folder, `${name.replace(/\W+/g, '-')}.ts`);
    writeFileSync(path, code);
    expect(code).toContain(`from '${library}'`);
    await import(pathToFileURL(path).href);
  });
}

/** The blocks of a text, with the stars of a comment taken away. */
function blocksOf(text: string): string[] {
  const plain = text.replace(/^ \* ?/gm, '');
  return [...plain.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code);
}
