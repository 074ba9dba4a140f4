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
  const url = import.meta.resolve(PACKAGE);
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === PACKAGE ? { url, shortCircuit: true } : next(specifier, context),
  });
  try {
    const exports = (await import(pathToFileURL(path).href)) as { default?: unknown };
    return exports.default;
  } finally {
    hooks.deregister();
  }
}
