import type { Schema } from './schema.js';

/** The least value that fits a schema: required fields only, empty texts and arrays, zeros. */
export function example(schema: Schema): unknown {
  switch (schema.type) {
    case 'string':
      return schema.values?.[0] ?? '';
    case 'boolean':
      return false;
    case 'number':
    case 'integer':
      return 0;
    case 'array':
      return [];
    case 'object': {
      const { properties = {}, required = [] } = schema;
      return Object.fromEntries(
        required.map((name) => [name, example(properties[name] as Schema)]),
      );
    }
  }
}
