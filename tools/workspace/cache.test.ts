import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOMS, withDependents } from './rooms.ts';
import { copyWorkspace, type WorkspaceCopy } from './workspace-copy.ts';

/*
 * Projects, inputs, task graph and cache are those of this workspace. The programs that tasks call
 * are not run but noted, or each change would cost minutes.
 */
const TARGETS = ['lint', 'typecheck', 'build', 'test'];
const PROGRAMS = { eslint: 'lint', tsc: 'typecheck and build', vitest: 'test' } as const;
type Kind = (typeof PROGRAMS)[keyof typeof PROGRAMS];

let copy: WorkspaceCopy;
let notes: string;

beforeAll(() => {
  copy = copyWorkspace();
  notes = join(copy.folder, '.nx/notes');
  for (const [program, kind] of Object.entries(PROGRAMS)) {
    copy.replaceProgram(program, `echo "${kind}:$PWD" >> '${notes}'`);
  }
  // What bundles the program compiles its types by itself, which needs those of built libraries.
  writeFileSync(join(copy.folder, 'apps/cli/esbuild.config.mjs'), '');
  runAll();
});
afterAll(() => copy[Symbol.dispose]());

/** Runs all tasks and says in which projects a program was called: elsewhere the cache answered. */
function runAll(): Record<Kind, string[]> {
  rmSync(notes, { force: true });
  copy.run('nx', ['run-many', '-t', ...TARGETS]);
  const lines = existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : [];
  const projects = (kind: Kind): string[] => {
    const roots = lines
      .filter((line) => line.startsWith(`${kind}:`))
      .map((line) => line.slice(`${kind}:${copy.folder}/`.length));
    return Object.keys(ROOMS)
      .filter((name) => roots.includes(ROOMS[name]?.root ?? ''))
      .sort();
  };
  return {
    lint: projects('lint'),
    'typecheck and build': projects('typecheck and build'),
    test: projects('test'),
  };
}

it('where nothing has changed nothing is run', () => {
  expect(runAll()).toEqual({ lint: [], 'typecheck and build': [], test: [] });
});

// What no other library imports, what one does, and what another one only tests with.
it.each([
  ['@org/cli', 'src/main.ts'],
  ['@org/iterable-client', 'src/index.ts'],
  ['@org/csv-export', 'src/index.ts'],
])('a change in %s is tested in it and its dependents', (name, source) => {
  appendFileSync(join(copy.folder, ROOMS[name]?.root ?? '', source), '\n// Changed.\n');
  const ran = runAll();
  expect(ran.lint).toEqual(withDependents(name));
  expect(ran.test).toEqual(withDependents(name));
});

it('a change in tests is tested there alone', () => {
  appendFileSync(join(copy.folder, 'libs/auth/src/verify-jwt.test.ts'), '\n// Changed.\n');
  expect(runAll().test).toEqual(['@org/auth']);
});

it('a change in what all tests share is tested everywhere', () => {
  appendFileSync(join(copy.folder, 'tools/vitest/setup.ts'), '\n// Changed.\n');
  expect(runAll().test).toEqual(Object.keys(ROOMS).sort());
});

it('`nx affected` finds the same projects by the names of changed files', () => {
  const files = '--files=libs/csv-export/src/index.ts';
  const affected = copy.run('nx', ['show', 'projects', '--affected', '--json', files]);
  expect((JSON.parse(affected) as string[]).sort()).toEqual(withDependents('@org/csv-export'));
});
