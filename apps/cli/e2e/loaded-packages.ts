import { existsSync, readFileSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runCli, type CliOptions } from './cli-process.js';

/** Notes each file that Node loads, in the file that `LOADED` names. */
const HOOK = `
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) appendFileSync(process.env.LOADED, url + '\\n');
    return next(url, context);
  },
});
`;

/** The packages and libraries whose code a call of the built program loads, in a folder of its own. */
export async function loadedPackages(
  argv: readonly string[],
  options: CliOptions = {},
): Promise<{ readonly exitCode: number | null; readonly packages: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'iterable-sync-loaded-'));
  const hook = join(folder, 'hook.mjs');
  const list = join(folder, 'loaded.txt');
  writeFileSync(hook, HOOK);
  const { exitCode } = await runCli(argv, {
    ...options,
    env: { ...options.env, LOADED: list },
    nodeOptions: ['--import', pathToFileURL(hook).href],
  });
  const files = readFileSync(list, 'utf8')
    .trim()
    .split('\n')
    .map((url) => fileURLToPath(url));
  return { exitCode, packages: [...new Set(files.flatMap(packagesIn))].sort() };
}

/** A chunk of the bundle tells by its source map what it is made of. */
function packagesIn(file: string): string[] {
  const map = `${file}.map`;
  const sources = existsSync(map)
    ? (JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] }).sources
    : [file];
  return sources.flatMap((source) => {
    const [, found] =
      /(?:^|.*\/)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ??
      /\/libs\/([^/]+)\/src\//.exec(source) ??
      [];
    return found === undefined ? [] : [found];
  });
}
