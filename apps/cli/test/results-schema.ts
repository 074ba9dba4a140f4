import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SCHEMA = join(import.meta.dirname, '../schemas/results.schema.json');

function compiler(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  ajv.addSchema(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object, 'results');
  return ajv;
}

const validator = (reference: string): ValidateFunction =>
  compiler().getSchema(reference) ?? raise(`no schema ${reference}`);

function raise(problem: string): never {
  throw new Error(problem);
}

/** Validates a results file. */
export const resultsSchema = (): ValidateFunction => validator('results');

/** Validates one record of a failures file. */
export const recordSchema = (): ValidateFunction => validator('results#/$defs/record');
