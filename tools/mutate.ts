/*
 * Changes a project's sources in small ways, one at a time, and tells which changes no test notices.
 * It works on a copy of this workspace, so that the sources stay as they are.
 *
 *   npm run mutation -- libs/auth
 *   npm run mutation -- libs/iterable-client 'src/retry/*.ts'
 */
import { spawnSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from './packages/published-projects.ts';
import { copyWorkspace } from './workspace/workspace-copy.ts';

const FOLDER = 'tools/mutation';
const MODULES = join(WORKSPACE, FOLDER, 'node_modules');

const [project, mutate] = process.argv.slice(2);
if (project === undefined || !existsSync(join(WORKSPACE, project, 'vitest.config.ts'))) {
  throw new Error('Which project? Run: npm run mutation -- libs/auth');
}
if (!existsSync(MODULES)) {
  // Its own Vitest would be another than that of the tests.
  const args = ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];
  spawnSync('npm', args, { cwd: join(WORKSPACE, FOLDER), stdio: 'inherit' });
}

const copy = copyWorkspace();
try {
  symlinkSync(MODULES, join(copy.folder, FOLDER, 'node_modules'));
  const config = join(copy.folder, FOLDER, 'stryker.config.json');
  const only = mutate === undefined ? [] : ['--mutate', mutate];
  const { status } = spawnSync(join(MODULES, '.bin/stryker'), ['run', config, ...only], {
    cwd: join(copy.folder, project),
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  copy[Symbol.dispose]();
}
