import { isJsonObject } from '../json.js';
import type { ObjectSchema, Schema } from './schema.js';

/** What is wrong, by place: `{ 'obj.users[1].preferUserId': 'Boolean value expected' }`. */
export type Problems = Record<string, string>;

/** "Boolean …" and "Number value expected" are recorded replies; the others follow their pattern. */
const EXPECTED: Readonly<Record<Schema['type'], string>> = {
  string: 'String value expected',
  boolean: 'Boolean value expected',
  number: 'Number value expected',
  integer: 'Number value expected',
  array: 'Array value expected',
  object: 'Object value expected',
};

const fits: { readonly [type in Schema['type']]: (value: unknown) => boolean } = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number' || typeof value === 'bigint',
  // Ids and times: what a double cannot hold is none.
  integer: Number.isSafeInteger,
  array: Array.isArray,
  object: isJsonObject,
};

/**
 * Holds a body against its schema. `null` where a value is optional counts as absent.
 *
 * @returns every problem with its path, or nothing.
 */
export function bodyProblems(schema: Schema, body: unknown): Problems | undefined {
  const problems: Problems = {};
  check(schema, body, 'obj', problems);
  return Object.keys(problems).length > 0 ? problems : undefined;
}

function check(schema: Schema, value: unknown, path: string, problems: Problems): void {
  if (!fits[schema.type](value)) problems[path] = EXPECTED[schema.type];
  else if (schema.type === 'string') {
    if (schema.values && !schema.values.includes(value as string)) {
      problems[path] = `One of ${schema.values.join(', ')} expected`;
    }
  } else if (schema.type === 'array') {
    const items = value as unknown[];
    for (let i = 0; i < items.length; i++) check(schema.items, items[i], `${path}[${i}]`, problems);
  } else if (schema.type === 'object') {
    checkObject(schema, value as Record<string, unknown>, path, problems);
  }
}

function checkObject(
  { properties, required }: ObjectSchema,
  value: Record<string, unknown>,
  path: string,
  problems: Problems,
): void {
  for (const name in properties) {
    const item = Object.hasOwn(value, name) ? value[name] : undefined;
    if (item !== undefined && item !== null) {
      check(properties[name] as Schema, item, `${path}.${name}`, problems);
    } else if (required?.includes(name)) problems[`${path}.${name}`] = 'Value required';
  }
}
