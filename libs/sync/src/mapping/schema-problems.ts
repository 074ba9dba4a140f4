import { suggestion } from './nearest-name.js';
import type { RootSchema, Schema } from './schema.js';

/** Something that a schema does not allow. */
export interface SchemaProblem {
  /** Where it is: the names of properties and the places in lists, from the outside in. */
  readonly path: readonly (string | number)[];
  /** What is wrong there, as a sentence without its end; names the place. */
  readonly message: string;
}

/**
 * What is wrong with plain data, such as a file that a person wrote, by a schema in the part of JSON
 * Schema that {@link RootSchema} knows: all of it, in the order of the data.
 *
 * @param subject what the data is called where the whole of it is meant
 */
export function schemaProblems(
  root: RootSchema,
  value: unknown,
  subject = 'the mapping',
): SchemaProblem[] {
  return check(value, root, []);

  function nameOf(path: Path): string {
    const [first, ...rest] = path;
    if (first === undefined) return subject;
    return rest.reduce<string>(
      (name, step) => (typeof step === 'number' ? `${name}[${String(step)}]` : `${name}.${step}`),
      String(first),
    );
  }

  function check(given: unknown, schema: Schema, path: Path): SchemaProblem[] {
    const { $ref, anyOf } = schema;
    if ($ref !== undefined) return check(given, definition($ref), path);
    if (anyOf) return checkAny(given, anyOf, path);
    if (!isA(given, schema)) return [mustBe(path, wantedOf(schema), given)];
    if (Array.isArray(given)) return checkList(given, schema, path);
    return schema.type === 'object' ? checkObject(given as JsonRecord, schema, path) : [];
  }

  function mustBe(path: Path, wanted: string, given: unknown): SchemaProblem {
    return { path, message: `${nameOf(path)} must be ${wanted}; it is ${describe(given)}` };
  }

  function definition($ref: string): Schema {
    return root.$defs[$ref.slice('#/$defs/'.length)] ?? {};
  }

  function checkAny(given: unknown, schemas: readonly Schema[], path: Path): SchemaProblem[] {
    const resolved = schemas.map(({ $ref, ...own }) =>
      $ref === undefined ? own : definition($ref),
    );
    const fit = resolved.find((schema) => isA(given, schema));
    if (fit) return check(given, fit, path);
    return [mustBe(path, resolved.map(wantedOf).join(' or '), given)];
  }

  function checkList(given: readonly unknown[], schema: Schema, path: Path): SchemaProblem[] {
    const problems = given.flatMap((item, place) =>
      check(item, schema.items ?? {}, [...path, place]),
    );
    const twice = given.find((item, place) => given.indexOf(item) !== place);
    if (schema.uniqueItems && twice !== undefined) {
      problems.push({ path, message: `${nameOf(path)} has ${JSON.stringify(twice)} twice` });
    }
    return problems;
  }

  function checkObject(given: JsonRecord, schema: Schema, path: Path): SchemaProblem[] {
    const { properties = {}, additionalProperties, required = [], oneOf, not } = schema;
    const at = nameOf(path);
    const problems = Object.keys(given).flatMap((name): SchemaProblem[] => {
      const place = [...path, name];
      if (Object.hasOwn(properties, name)) return check(given[name], properties[name] ?? {}, place);
      if (additionalProperties !== false)
        return check(given[name], additionalProperties ?? {}, place);
      const known = Object.keys(properties);
      const hint = suggestion(name, known) || `; it has ${known.join(', ')}`;
      return [{ path: place, message: `${at} has no property ${JSON.stringify(name)}${hint}` }];
    });
    const has = (name: string): boolean => Object.hasOwn(given, name);
    const say = (message: string): void =>
      void problems.push({ path, message: `${at} ${message}` });
    for (const name of required) if (!has(name)) say(`needs ${name}`);
    const choices = oneOf?.flatMap((choice) => choice.required) ?? [];
    if (choices.length > 0 && choices.filter(has).length !== 1) {
      say(`needs one of ${choices.join(' and ')}, and not ${choices.length > 2 ? 'more' : 'both'}`);
    }
    if (not?.required.every(has)) say(`has ${not.required.join(' and ')}: give one of them`);
    return problems;
  }
}

type Path = readonly (string | number)[];

type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a value is of the schema's kind; what is inside of it is looked at afterwards. */
function isA(
  given: unknown,
  { type, enum: choices, pattern, minLength = 0, minimum, maximum = Infinity }: Schema,
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
      return (
        Number.isSafeInteger(given) &&
        (given as number) >= (minimum ?? -Infinity) &&
        (given as number) <= maximum
      );
    case 'boolean':
      return typeof given === 'boolean';
    case 'number':
      return typeof given === 'number' && Number.isFinite(given);
    case 'null':
      return given === null;
    case undefined:
  }
  return true;
}

const KINDS = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
} as const;

function wantedOf({ type, enum: choices, pattern, minLength, minimum, maximum }: Schema): string {
  if (choices) return choices.map((choice) => JSON.stringify(choice)).join(' or ');
  const kind = type === undefined ? 'anything' : KINDS[type];
  if (pattern !== undefined || minLength !== undefined) return `${kind} that is not blank`;
  if (minimum === undefined) return kind;
  return `${kind} from ${String(minimum)} ${maximum === undefined ? 'on' : `to ${String(maximum)}`}`;
}

/** A mapping holds names and no secrets or values of rows, so short ones may be told. */
function describe(given: unknown): string {
  if (given === null || typeof given === 'boolean' || typeof given === 'number')
    return String(given);
  if (typeof given === 'string') return JSON.stringify(given.slice(0, 40));
  if (Array.isArray(given)) return 'a list';
  return typeof given === 'object' ? 'an object' : typeof given;
}
