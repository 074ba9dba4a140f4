import { readFile, readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Contract } from '../tools/generator/contract.js';
import { generateFiles } from '../tools/generator/generate-files.js';

const folder = new URL('../src/generated/', import.meta.url);
const contract = JSON.parse(
  await readFile(new URL('../contract/iterable-api.json', import.meta.url), 'utf8'),
) as Contract;
const files = await generateFiles(contract);
const index = await readFile(new URL('../src/index.ts', import.meta.url), 'utf8');

it('has all operations of the API', () => {
  expect(contract.operations).toHaveLength(145);
});

it('is what the generator makes of the contract, and nothing else', async () => {
  expect((await readdir(folder)).sort()).toEqual([...files.keys()].sort());
});

it.each([...files])('has a file %s that is what the generator makes', async (name, text) => {
  await expect(readFile(new URL(name, folder), 'utf8')).resolves.toBe(text);
});

it('has no type that cannot be imported', () => {
  const internal = ['index.ts', 'operation-table.ts', 'group-table.ts', 'operation-groups.ts'];
  const names = [...files].flatMap(([file, text]) =>
    internal.includes(file)
      ? []
      : [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name = '']) => name),
  );
  const exported = new Set(files.get('index.ts')?.match(/\w+/g));
  expect(names.length).toBeGreaterThan(145);
  expect(names.filter((name) => !exported.has(name))).toEqual([]);
  expect(index).toContain("export type * from './generated/index.js'");
});
