import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/**
 * Imports from a library become imports of the very files that its index names. esbuild puts into a chunk
 * what each file reaches, the index with all of its library included: a command that asks one function of
 * a library would load the whole of it.
 */
export const directImports = {
  name: 'direct-imports',
  setup({ onLoad }) {
    const indexes = new Map();
    onLoad({ filter: /[\\/](apps|libs)[\\/][^\\/]+[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(IMPORTS, (imports) =>
        imports.replaceAll(IMPORT, (statement, names, library) => {
          if (!indexes.has(library)) indexes.set(library, indexOf(library, path));
          return direct(statement, names, indexes.get(library));
        }),
      );
      return { contents, loader: 'ts' };
    });
  },
};

/** They come first; what looks like one further below is the text of another program. */
const IMPORTS = /^(?:(?:import [^;]*;|\/\/.*|\/\*[^]*?\*\/)?\n)+/;
const IMPORT = /^import \{([^}]+)\} from '(@org\/[^']+)';$/gm;
const EXPORT = /^export \{([^}]+)\} from '([^']+)';$/gm;

/** The file of each value that a library exports. */
function indexOf(library, importer) {
  const [scope, name, ...path] = library.split('/');
  const manifest = createRequire(importer).resolve(`${scope}/${name}/package.json`);
  const { exports } = JSON.parse(readFileSync(manifest, 'utf8'));
  return valuesOf(join(dirname(manifest), exports[['.', ...path].join('/')]['@org/source']));
}

function valuesOf(index) {
  const files = new Map();
  for (const [, names, from] of readFileSync(index, 'utf8').matchAll(EXPORT)) {
    const file = resolve(dirname(index), from);
    const inner = file.endsWith('index.js') ? valuesOf(file.replace(/js$/, 'ts')) : undefined;
    for (const value of valuesIn(names)) files.set(value, inner?.get(value) ?? file);
  }
  return files;
}

function direct(statement, names, files) {
  const values = valuesIn(names);
  // What the index does not pass on from a file is left to it.
  if (values.length === 0 || !values.every((value) => files.has(value))) return statement;
  const imports = values.map(
    (value) => `import { ${value} } from ${JSON.stringify(files.get(value))};`,
  );
  // Lines keep their numbers, for the source map.
  return imports.join(' ') + '\n'.repeat(statement.split('\n').length - 1);
}

function valuesIn(names) {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !/^type /.test(name));
}
