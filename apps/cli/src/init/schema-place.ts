import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const IN_PACKAGE = 'node_modules/@org/cli/schemas/project.schema.json';

/** Where an editor finds the schema of the configuration file. */
export interface SchemaPlace {
  /** From the folder of the configuration file. */
  readonly reference: string;
  /** The file to write: where the package is not installed, there is no other. */
  readonly file?: string;
}

/** Finds the schema that comes with the package, from a folder up; else one is written. */
export function schemaPlace(folder: string): SchemaPlace {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, IN_PACKAGE);
    if (existsSync(path)) return { reference: fromHere(relative(folder, path)) };
    if (at === dirname(at)) break;
  }
  const file = 'iterable-sync.schema.json';
  return { reference: fromHere(file), file };
}

function fromHere(path: string): string {
  const text = path.split(sep).join('/');
  return text.startsWith('.') ? text : `./${text}`;
}
