/** The list of what the files with types export, for `src/index.ts`. */
export function writeIndex(files: ReadonlyMap<string, string>): string {
  return [...files]
    .map(([file, text]) => ({ module: `./${file.replace(/ts$/, 'js')}`, names: typesIn(text) }))
    .sort((a, b) => (a.module < b.module ? -1 : 1))
    .map(({ module, names }) => `export type { ${names.join(', ')} } from '${module}';\n`)
    .join('');
}

const typesIn = (text: string): string[] =>
  Array.from(text.matchAll(/^export (?:interface|type) (\w+)/gm), ([, name = '']) => name).sort();
