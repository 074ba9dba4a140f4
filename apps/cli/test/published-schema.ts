import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A schema that is published with the program, as its file says it. */
export function publishedSchema(name: string): object {
  const path = join(import.meta.dirname, `../schemas/${name}.schema.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as object;
}

/** Validates by a schema that is published. */
export function validatorOf(name: string): ValidateFunction {
  // A choice between properties names them without describing them again.
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
  });
  return ajv.compile(publishedSchema(name));
}
