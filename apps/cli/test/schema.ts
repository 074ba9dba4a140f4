import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../schemas');
const ENDING = '.schema.json';

/** Validates against a published schema, such as `plan` or `results#/$defs/record`. */
export function schema(reference: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(ENDING))) {
    const published = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as object;
    ajv.addSchema(published, file.slice(0, -ENDING.length));
  }
  const found = ajv.getSchema(reference);
  if (!found) throw new Error(`no schema ${reference}`);
  return found;
}
