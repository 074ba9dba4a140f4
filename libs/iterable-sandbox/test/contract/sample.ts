import { omit } from '../../src/omit.js';
import type { ObjectSchema, Schema } from '../../src/contract/schema.js';

/** What fields mean: values that fit the project of these tests. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  email: 'ann@example.com',
  userId: 'ann',
  currentEmail: 'ann@example.com',
  currentUserId: 'ann',
  newEmail: 'new@example.com',
  recipientEmail: 'ann@example.com',
  recipientUserId: 'ann',
  listId: 1,
  listIds: [1],
  campaignId: 1006,
  campaignIds: [1006],
  templateId: 1001,
  ids: [1001],
  dataFields: { plan: 'pro' },
  documents: { 'item-1': { size: 42 } },
  startDateTime: '2026-01-01 00:00:00 +00:00',
  endDateTime: '2027-01-01 00:00:00 +00:00',
  token: 'token-1',
  users: ['ann@example.com'],
  usersByUserId: ['ann'],
};

const USUAL: Readonly<Record<Schema['type'], unknown>> = {
  string: 'text-1',
  boolean: true,
  number: 7,
  integer: 7,
  array: [],
  object: {},
};

/** A value that fits a schema, with every optional field in it. */
export function sample(schema: Schema, name = '', depth = 0): unknown {
  if (schema.type === 'string' && schema.values) return schema.values[0];
  const known = BY_NAME[name];
  if (known !== undefined && (schema.type !== 'array' || schema.items.type !== 'object')) {
    return known;
  }
  if (schema.type === 'array') return depth > 4 ? [] : [sample(schema.items, '', depth + 1)];
  if (schema.type !== 'object' || !schema.properties) return USUAL[schema.type];
  return Object.fromEntries(
    Object.entries(schema.properties).map(([key, inner]) => [key, sample(inner, key, depth + 1)]),
  );
}

/** A wrong value and what must be said of it. */
export interface Wrong {
  readonly what: string;
  readonly body: unknown;
  readonly path: string;
}

const OTHER: Readonly<Record<Schema['type'], unknown>> = {
  string: 5,
  boolean: 'yes',
  number: 'seven',
  integer: 'seven',
  array: {},
  object: 'text',
};

/** The body once for each field, at any depth, that is missing though required, or of a wrong type. */
export function wrongBodies(schema: ObjectSchema, valid: unknown): Wrong[] {
  return [
    { what: 'a body that is an array', body: [], path: 'obj' },
    ...inside(schema, valid, 'obj', (body) => body),
  ];
}

function inside(
  schema: Schema,
  value: unknown,
  path: string,
  put: (value: unknown) => unknown,
): Wrong[] {
  if (schema.type === 'array' && Array.isArray(value) && value.length > 0) {
    const at = `${path}[0]`;
    const wrong = { what: `${at} wrong`, body: put([OTHER[schema.items.type]]), path: at };
    return [wrong, ...inside(schema.items, value[0], at, (item) => put([item]))];
  }
  if (schema.type !== 'object' || !schema.properties) return [];
  const fields = value as Record<string, unknown>;
  return Object.entries(schema.properties).flatMap(([name, inner]): Wrong[] => {
    if (fields[name] === undefined) return [];
    const at = `${path}.${name}`;
    const set = (changed: unknown): unknown => put({ ...fields, [name]: changed });
    const others = omit(fields, name);
    return [
      { what: `${at} wrong`, body: set(OTHER[inner.type]), path: at },
      ...(inner.type === 'string' && inner.values
        ? [{ what: `${at} not in the enumeration`, body: set('nonsense'), path: at }]
        : []),
      ...(inner.type === 'integer'
        ? [{ what: `${at} with a fraction`, body: set(1.5), path: at }]
        : []),
      ...(schema.required?.includes(name)
        ? [
            { what: `${at} missing`, body: put(others), path: at },
            { what: `${at} null`, body: set(null), path: at },
          ]
        : []),
      ...inside(inner, fields[name], at, set),
    ];
  });
}
