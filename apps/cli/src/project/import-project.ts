import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

const PACKAGE = '@org/cli';

/**
 * Runs a configuration file that is code and gives what it exports by default. What it imports from
 * this package is this very program, wherever that is installed: with `npx` it lies nowhere near the
 * file.
 *
 * @throws whatever the file throws, or Node where it can't be read
 */
export async function importProject(path: string): Promise<unknown> {
  const url = pathToFileURL(path).href;
  const program = import.meta.resolve(PACKAGE);
  // A SyntaxError of JavaScript tells neither its file nor its line.
  let latest: string | undefined;
  const hooks = registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier === PACKAGE) return { url: program, shortCircuit: true };
      const resolved = next(specifier, context);
      const format = formatOf(resolved.url, url);
      return format === undefined ? resolved : { ...resolved, format };
    },
    load: (loading, context, next) => {
      const loaded = next(loading, context);
      latest = loaded.format === 'module' ? loading : undefined;
      return loaded;
    },
  });
  try {
    const exports = (await import(url)) as { default?: unknown };
    return await exports.default;
  } catch (error) {
    const placeless = error instanceof SyntaxError && !/file:\/\//.test(error.stack ?? '');
    throw placeless && latest !== undefined ? await syntaxErrorIn(latest, error) : error;
  } finally {
    hooks.deregister();
  }
}

const AS_TYPESCRIPT = '?as-typescript';

/** The file is an ES module, whatever the package.json says that happens to lie near it. */
function formatOf(resolved: string, project: string): string | undefined {
  if (resolved.endsWith(AS_TYPESCRIPT)) return 'module-typescript';
  if (resolved !== project) return undefined;
  return /\.m?ts$/.test(project) ? 'module-typescript' : 'module';
}

/** The same mistake as Node's parser of types tells it, with its place; nothing of it is run. */
async function syntaxErrorIn(url: string, error: unknown): Promise<unknown> {
  try {
    await import(`${url}${AS_TYPESCRIPT}`);
    return error;
  } catch (told) {
    return told;
  }
}
