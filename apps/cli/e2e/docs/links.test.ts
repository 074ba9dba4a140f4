import { globSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';
import { anchorsOf, guides, pageAt, proseOf, WORKSPACE } from './markdown.js';

const pages = [
  ...globSync('*.md', { cwd: WORKSPACE }),
  ...globSync('{docs,bench}/*.md', { cwd: WORKSPACE }),
  ...globSync('examples/{,*/}README.md', { cwd: WORKSPACE }),
  ...globSync('{apps,libs}/*/*.md', { cwd: WORKSPACE }),
].sort();

it.each(pages)('%s: its links lead to files and headings that are there', (path) => {
  const page = pageAt(path);
  const broken = [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^(https?|mailto):/.test(target))
    .filter((target) => !leadsSomewhere(path, target));
  expect(broken).toEqual([]);
});

function leadsSomewhere(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? from : normalize(join(dirname(from), file));
  // What benchmarks measure is there once they have run.
  if (path.startsWith('bench/results/')) return true;
  const found = statSync(join(WORKSPACE, path), { throwIfNoEntry: false });
  if (!found || anchor === undefined) return found !== undefined;
  return path.endsWith('.md') && anchorsOf(pageAt(path)).has(anchor);
}

it('the index leads to every guide', () => {
  const { text } = pageAt('docs/index.md');
  const missing = guides()
    .map(({ path }) => path)
    .filter((path) => path.startsWith('docs/') && path !== 'docs/index.md')
    .filter((path) => !text.includes(`](${path.slice('docs/'.length)})`));
  expect(missing).toEqual([]);
});
