import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadProject } from '../../src/project/load-project.js';
import { projectFolder } from './project-folder.js';

const BUILT_IN = 'syncs:\n  mine:\n    builtIn: recent_engagement\n';

it('without a file there is the built-in sync', async () => {
  const cwd = projectFolder({});
  const { project, problems } = await loadProject({ cwd });
  expect(problems).toEqual([]);
  expect([...project.syncs]).toEqual([['recent_engagement', { builtIn: 'recent_engagement' }]]);
  expect(project).toMatchObject({ folder: cwd });
  expect(project).not.toHaveProperty('file');
});

it.each(['yaml', 'yml'])('a .%s file is found', async (ending) => {
  const cwd = projectFolder({ [`iterable-sync.config.${ending}`]: `\uFEFF${BUILT_IN}` });
  const { project, problems } = await loadProject({ cwd });
  expect(problems).toEqual([]);
  expect([...project.syncs.keys()]).toEqual(['mine']);
  expect(project.file).toBe(join(cwd, `iterable-sync.config.${ending}`));
});

it('a .json file is found, indented with tabs as well', async () => {
  const config = { $schema: 'x', syncs: { b: { builtIn: 'recent_engagement', days: 3 }, a: {} } };
  Object.assign(config.syncs.a, {
    query: 'select 1',
    key: 'id',
    userId: 'id',
    event: { name: 'x' },
  });
  const cwd = projectFolder({ 'iterable-sync.config.json': JSON.stringify(config, null, '\t') });
  const { project, problems } = await loadProject({ cwd });
  expect(problems).toEqual([]);
  expect([...project.syncs]).toEqual(Object.entries(config.syncs));
});

it('several files are a problem, and which there are is told', async () => {
  const cwd = projectFolder({
    'iterable-sync.config.json': '{}',
    'iterable-sync.config.yaml': BUILT_IN,
  });
  expect((await loadProject({ cwd })).problems).toEqual([
    'there are several configuration files (iterable-sync.config.yaml, iterable-sync.config.json): ' +
      'keep one, or name it with --config',
  ]);
  const named = await loadProject({ cwd, file: 'iterable-sync.config.yaml' });
  expect(named.problems).toEqual([]);
});

it('a file that is named may be elsewhere and be called otherwise; its paths start there', async () => {
  const cwd = projectFolder({ 'deep/down/mine.yaml': BUILT_IN });
  const { project, problems } = await loadProject({ cwd, file: 'deep/down/mine.yaml' });
  expect(problems).toEqual([]);
  expect(project.folder).toBe(join(cwd, 'deep/down'));
  expect(project.at(['syncs', 'mine', 'builtIn'])).toBe('deep/down/mine.yaml:3: ');
  expect(project.at(['syncs', 'mine', 'not there'])).toBe('deep/down/mine.yaml:2: ');
});

it.each(['toml', 'cjs', 'sql'])('a file that ends in .%s is refused', async (ending) => {
  const cwd = projectFolder({ [`mine.${ending}`]: '' });
  expect((await loadProject({ cwd, file: `mine.${ending}` })).problems).toEqual([
    `mine.${ending}: a configuration file ends in one of .ts, .mts, .js, .mjs, .yaml, .yml, .json`,
  ]);
});

it.each(['yaml', 'ts'])('a .%s file that is not there is told', async (ending) => {
  const cwd = projectFolder({});
  expect((await loadProject({ cwd, file: `none.${ending}` })).problems).toEqual([
    `none.${ending}: can't be read (ENOENT); name a readable file`,
  ]);
});

it('a folder in place of a file is told', async () => {
  const cwd = projectFolder({});
  mkdirSync(join(cwd, 'iterable-sync.config.yaml'));
  expect((await loadProject({ cwd })).problems).toEqual([
    "iterable-sync.config.yaml: can't be read (EISDIR); name a readable file",
  ]);
});
