import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { guides, WORKSPACE } from './markdown.js';

it('the TypeScript of the guides is sound, by the types that the packages publish', () => {
  const folder = join(import.meta.dirname, '../../out-tsc/docs');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const places = new Map<string, string>();
  for (const { place, language, code } of guides().flatMap(({ blocks }) => blocks)) {
    if (language !== 'ts') continue;
    const file = join(folder, `${place.replaceAll(/\W+/g, '-')}.ts`);
    writeFileSync(file, `${code}\nexport {};\n`);
    places.set(file, place);
  }
  expect(places.size).toBeGreaterThan(0);
  const program = ts.createProgram([...places.keys()], options());
  const problems = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line : 0;
    const place = places.get(file?.fileName ?? '') ?? file?.fileName ?? '';
    return `${place}, line ${String(line + 1)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
  expect(problems).toEqual([]);
});

/** The options of this repository, but the packages as they are published. */
function options(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(WORKSPACE, 'tsconfig.base.json'), (path) =>
    ts.sys.readFile(path),
  ) as { config: { compilerOptions: Record<string, unknown> } };
  const strict = {
    ...config.compilerOptions,
    ...{ customConditions: [], composite: false, noEmit: true },
    ...{ declaration: false, declarationMap: false, noUnusedLocals: false },
  };
  return ts.convertCompilerOptionsFromJson(strict, WORKSPACE).options;
}
