import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installInto } from '../../../tools/packages/install.js';
import { packAll, type Packed } from '../../../tools/packages/pack.js';
import {
  type PublishedProject,
  publishedProjects,
  withDependencies,
} from '../../../tools/packages/published-projects.js';
import { run } from '../../../tools/packages/run.js';
import { nodeReleases, type NodeRelease } from './nodes.js';
import { talkToSandbox } from './talk-to-sandbox.js';
import { typeCheck } from './type-check.js';

const HOOK_TIMEOUT_MS = 300_000;
const CONSUMER = join(import.meta.dirname, 'consumer.ts');
const SHIM = 'node_modules/.bin/iterable-sync';

const projects = publishedProjects();
const libraries = projects.filter(({ manifest }) => manifest.bin === undefined);

let home: string;
let packed: Packed[];
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'packed-'));
  packed = await packAll(home);
}, HOOK_TIMEOUT_MS);
afterAll(() => rm(home, { recursive: true, force: true }));

const freshFolder = (): Promise<string> => mkdtemp(join(home, 'project-'));

/** A program that imports everything that packages export. */
function importsOf(...of: readonly PublishedProject[]): string {
  return of
    .flatMap(({ manifest }) =>
      Object.keys(manifest.exports).map((path) => join(manifest.name, path)),
    )
    .filter((name) => !name.endsWith('/package.json'))
    .map((name, place) => `import * as export${place} from '${name}';\nvoid export${place};\n`)
    .join('');
}

/** The examples of a text in Markdown. */
const examplesOf = (text: string): string[] =>
  [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code);

it.each(projects.map(({ manifest }) => manifest.name))(
  '%s carries what a package should, and no tests',
  (name) => {
    const { files = [] } = packed.find(({ manifest }) => manifest.name === name) ?? {};
    expect(files).toEqual(
      expect.arrayContaining(['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md']),
    );
    expect(files.filter((path) => /\.test(-d)?\.|tsbuildinfo|\.env|\.db$/.test(path))).toEqual([]);
  },
);

describe.each(libraries)('$manifest.name, installed alone into an empty folder', (project) => {
  let folder: string;
  beforeAll(async () => {
    folder = await freshFolder();
    const [itself] = packed.filter(({ root }) => root === project.root);
    const needed = itself === undefined ? [] : withDependencies(itself, packed);
    await installInto(
      folder,
      needed.map(({ tarball }) => tarball),
    );
  }, HOOK_TIMEOUT_MS);

  it('has all that it imports', async () => {
    await writeFile(join(folder, 'program.mjs'), importsOf(project));
    await run(process.execPath, ['--no-warnings', 'program.mjs'], folder);
  });

  it('has all that its types need, down to those of its dependencies', async () => {
    await typeCheck(folder, { 'program.ts': importsOf(project) }, { skipLibCheck: false });
  });
});

describe('all packages, installed together into an empty folder', () => {
  let folder: string;
  let releases: NodeRelease[];
  beforeAll(async () => {
    folder = await freshFolder();
    await installInto(
      folder,
      packed.map(({ tarball }) => tarball),
    );
    releases = await nodeReleases();
  }, HOOK_TIMEOUT_MS);

  it('compile with the examples of their READMEs, and with a program that uses them all', async () => {
    const files: Record<string, string> = { 'consumer.ts': await readFile(CONSUMER, 'utf8') };
    for (const { manifest } of libraries) {
      const readme = join(folder, 'node_modules', manifest.name, 'README.md');
      for (const [place, code] of examplesOf(await readFile(readme, 'utf8')).entries()) {
        files[`${manifest.name.replace(/\W+/g, '-')}-${place + 1}.ts`] = code;
      }
    }
    expect(Object.keys(files).length).toBeGreaterThan(30);
    await typeCheck(folder, files, { skipLibCheck: true });
  });

  it('load and work on each Node.js that is supported', async () => {
    await writeFile(join(folder, 'all.mjs'), importsOf(...libraries));
    await copyFile(CONSUMER, join(folder, 'consumer.ts'));
    for (const { program } of releases) {
      await run(program, ['--no-warnings', 'all.mjs'], folder);
      const { stdout } = await run(program, ['--no-warnings', 'consumer.ts'], folder);
      expect(JSON.parse(stdout)).toMatchObject({
        counts: { rows: 2, delivered: 2 },
        users: 2,
        text: 'id,email\n1,ada@example.com\n2,grace@example.com\n',
        sql: 'select $1',
      });
    }
    if (process.platform === 'linux') {
      const lines = releases.map(({ version }) => /^v\d+/.exec(version)?.[0]);
      expect(lines).toEqual(['v22', 'v24', 'v26']);
    }
  });

  it('bring the command line, which says what it is and what it does', async () => {
    const { manifest } = projects.find(({ manifest }) => manifest.bin !== undefined) ?? {};
    for (const { program } of releases) {
      const version = await run(program, [SHIM, '--version'], folder);
      expect(version).toEqual({ stdout: `${manifest?.version}\n`, stderr: '' });
      const help = await run(program, [SHIM, '--help'], folder);
      expect(help.stdout).toContain('iterable-sync');
      expect(help.stderr).toBe('');
    }
  });

  it('bring the sandbox, which answers', async () => {
    for (const { program } of releases) expect(await talkToSandbox(program, folder)).toBe(200);
  });
});
