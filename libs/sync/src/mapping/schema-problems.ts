import { suggestion } from './nearest-name.js';
import type { RootSchema, Schema } from './schema.js';

/** What is wrong with a value by a schema: all of it, a sentence each. */
export function schemaProblems(root: RootSchema, value: unknown): string[] {
  return check(value, root, 'the mapping');

  function check(given: unknown, schema: Schema, at: string): string[] {
    const { $ref, anyOf } = schema;
    if ($ref !== undefined)
      return check(given, root.$defs[$ref.slice('#/$defs/'.length)] ?? {}, at);
    if (anyOf) return checkAny(given, anyOf, at);
    const wanted = wantedOf(schema);
    if (!isA(given, schema)) return [`${at} must be ${wanted}; it is ${describe(given)}`];
    if (Array.isArray(given)) return checkList(given, schema, at);
    return schema.type === 'object' ? checkObject(given as JsonRecord, schema, at) : [];
  }

  function checkAny(given: unknown, schemas: readonly Schema[], at: string): string[] {
    const resolved = schemas.map(({ $ref, ...own }) =>
      $ref === undefined ? own : (root.$defs[$ref.slice('#/$defs/'.length)] ?? {}),
    );
    const fit = resolved.find((schema) => isA(given, schema));
    if (fit) return check(given, fit, at);
    return [`${at} must be ${resolved.map(wantedOf).join(' or ')}; it is ${describe(given)}`];
  }

  function checkList(given: readonly unknown[], schema: Schema, at: string): string[] {
    const problems = given.flatMap((item, place) =>
      check(item, schema.items ?? {}, `${at}[${String(place)}]`),
    );
    const twice = given.filter((item, place) => given.indexOf(item) !== place);
    if (schema.uniqueItems && twice.length > 0) {
      problems.push(`${at} has ${JSON.stringify(twice[0])} twice`);
    }
    return problems;
  }

  function checkObject(given: JsonRecord, schema: Schema, at: string): string[] {
    const { properties = {}, additionalProperties, required = [], oneOf, not } = schema;
    const problems = Object.keys(given).flatMap((name) => {
      const place = at === 'the mapping' ? name : `${at}.${name}`;
      if (Object.hasOwn(properties, name)) return check(given[name], properties[name] ?? {}, place);
      if (additionalProperties) return check(given[name], additionalProperties, place);
      const known = Object.keys(properties);
      return [
        `${at} has no property ${JSON.stringify(name)}${suggestion(name, known) || `; it has ${known.join(', ')}`}`,
      ];
    });
    const has = (name: string): boolean => Object.hasOwn(given, name);
    for (const name of required) if (!has(name)) problems.push(`${at} needs ${name}`);
    const choices = oneOf?.flatMap((choice) => choice.required) ?? [];
    if (choices.length > 0 && choices.filter(has).length !== 1) {
      problems.push(`${at} needs one of ${choices.join(' and ')}, and not both`);
    }
    if (not?.required.every(has)) {
      problems.push(`${at} has ${not.required.join(' and ')}: give one of them`);
    }
    return problems;
  }
}

type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a value is of the schema's kind; what is inside of it is looked at afterwards. */
function isA(
  given: unknown,
  { type, enum: choices, pattern, minLength = 0, minimum }: Schema,
): boolean {
  if (choices) return choices.includes(given as string);
  switch (type) {
    case 'object':
      return typeof given === 'object' && given !== null && !Array.isArray(given);
    case 'array':
      return Array.isArray(given);
    case 'string':
      if (typeof given !== 'string' || given.length < minLength) return false;
      return pattern === undefined || new RegExp(pattern, 'u').test(given);
    case 'integer':
      return Number.isSafeInteger(given) && (minimum === undefined || Number(given) >= minimum);
    case 'boolean':
      return typeof given === 'boolean';
    case undefined:
  }
  return true;
}

const KINDS = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  boolean: 'true or false',
} as const;

function wantedOf({ type, enum: choices, pattern, minLength, minimum }: Schema): string {
  if (choices) return choices.map((choice) => JSON.stringify(choice)).join(' or ');
  const kind = type === undefined ? 'anything' : KINDS[type];
  if (pattern !== undefined || minLength !== undefined) return `${kind} that is not blank`;
  return minimum === undefined ? kind : `${kind} from ${String(minimum)} on`;
}

/** A mapping holds names and no secrets or values of rows, so short ones may be told. */
function describe(given: unknown): string {
  if (given === null || typeof given === 'boolean' || typeof given === 'number')
    return String(given);
  if (typeof given === 'string') return JSON.stringify(given.slice(0, 40));
  if (Array.isArray(given)) return 'a list';
  return typeof given === 'object' ? 'an object' : typeof given;
}
