import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { Contract } from './generator/contract.ts';
import { generateFiles } from './generator/generate-files.ts';

const folder = new URL('../src/generated/', import.meta.url);
const contract = JSON.parse(
  await readFile(new URL('../contract/iterable-api.json', import.meta.url), 'utf8'),
) as Contract;
const files = await generateFiles(contract);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const [name, text] of files) await writeFile(new URL(name, folder), text);
