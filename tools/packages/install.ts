import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './run.ts';

/** Installs packages, as paths of tarballs or as npm names them, into an empty folder; gives all that came. */
export async function installInto(folder: string, packages: readonly string[]): Promise<string[]> {
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }');
  await run(
    'npm',
    ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', ...packages],
    folder,
  );
  const lock = await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8');
  const installed = JSON.parse(lock) as { readonly packages: Readonly<Record<string, unknown>> };
  return Object.keys(installed.packages).map((path) => path.replace(/^node_modules\//, ''));
}
