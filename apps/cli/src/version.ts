import { readFileSync } from 'node:fs';

interface Manifest {
  readonly version: string;
  readonly engines: { readonly node: string };
}

/** The manifest lies one folder up, from the sources as from the bundle. */
function manifest(): Manifest {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return JSON.parse(text) as Manifest;
}

/** Version of this program. */
export function version(): string {
  return manifest().version;
}

/** The versions of Node.js that it runs on, such as `>=22.20`. */
export function neededNode(): string {
  return manifest().engines.node;
}
