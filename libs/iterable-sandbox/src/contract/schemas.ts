import { schemaTable } from './schema-table.js';
import type { ObjectSchema, Schema } from './schema.js';

/** Name of a schema of the contract. */
export type SchemaName = keyof typeof schemaTable;

const PRIMITIVES: Readonly<Record<string, Schema>> = {
  string: { type: 'string' },
  boolean: { type: 'boolean' },
  number: { type: 'number' },
  double: { type: 'number' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  object: { type: 'object' },
};

const named = new Map<string, Schema>();

/**
 * The schema that a text of the table stands for: `int64`, `string[]`, `'a' | 'b'` or a name.
 *
 * @throws Error for a text that stands for nothing: a slip in the tables.
 */
export function readType(text: string): Schema {
  if (text.endsWith('[]')) return { type: 'array', items: readType(text.slice(0, -2)) };
  if (text.startsWith("'")) {
    return { type: 'string', values: text.split('|').map((value) => value.trim().slice(1, -1)) };
  }
  const schema = PRIMITIVES[text] ?? named.get(text);
  if (schema) return schema;
  if (!Object.hasOwn(schemaTable, text)) throw new Error(`The contract has no type '${text}'.`);
  return readNamed(text, schemaTable[text as SchemaName]);
}

/** The object is known by its name before its fields are read: a schema may contain itself. */
function readNamed(name: string, line: string): Schema {
  if (line.startsWith("'") || line === 'object') {
    const schema = readType(line);
    named.set(name, schema);
    return schema;
  }
  const properties: Record<string, Schema> = {};
  const required: string[] = [];
  const schema: ObjectSchema = { type: 'object', properties, required };
  named.set(name, schema);
  for (const field of line.split(', ')) {
    const [, key = '', star, type = ''] = /^(\w+)(\*?) (.+)$/.exec(field) ?? [];
    properties[key] = readType(type);
    if (star) required.push(key);
  }
  return schema;
}
