import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../../tools/packages/run.js';

const MODULES = join(import.meta.dirname, '../../../node_modules');

/** Type-checks TypeScript files in a strange folder, as strictly as a user may. */
export async function typeCheck(
  folder: string,
  files: Readonly<Record<string, string>>,
  { skipLibCheck }: { readonly skipLibCheck: boolean },
): Promise<void> {
  const types = join(folder, 'node_modules/@types');
  await mkdir(types, { recursive: true });
  if (!existsSync(join(types, 'node'))) {
    await symlink(join(MODULES, '@types/node'), join(types, 'node'));
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const compilerOptions = {
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    ...{ verbatimModuleSyntax: true, module: 'nodenext', target: 'es2024', noEmit: true },
    ...{ lib: ['es2024', 'esnext.disposable'], types: ['node'], skipLibCheck },
  };
  const settings = JSON.stringify({ compilerOptions, files: Object.keys(files) });
  await writeFile(join(folder, 'tsconfig.json'), settings);
  await run(join(MODULES, '.bin/tsc'), ['-p', '.'], folder);
}
