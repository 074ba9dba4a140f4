import type { Parameter } from '../contract/operation.js';

/** A parameter's value; an array where the operation takes several. */
export type ParameterValue = string | number | boolean | readonly string[];

/** The parameters that an operation knows, or what is wrong with one of them. */
export type QueryOutcome =
  { readonly values: Readonly<Record<string, ParameterValue>> } | { readonly problem: string };

const NOTHING: QueryOutcome = { values: {} };

/** Reads the declared parameters; others are ignored, as Iterable does. */
export function readQuery(
  search: string,
  declared: Readonly<Record<string, Parameter>> | undefined,
): QueryOutcome {
  if (!declared) return NOTHING;
  const sent = new URLSearchParams(search);
  return readParameters(declared, (name) => sent.getAll(name));
}

/** Reads the values in a path that are no plain text, such as the number of a list. */
export function readPath(
  params: Readonly<Record<string, string>>,
  declared: Readonly<Record<string, Parameter>> | undefined,
): QueryOutcome {
  return declared ? readParameters(declared, (name) => [params[name] ?? '']) : NOTHING;
}

function readParameters(
  declared: Readonly<Record<string, Parameter>>,
  textsOf: (name: string) => readonly string[],
): QueryOutcome {
  const values: Record<string, ParameterValue> = {};
  for (const [name, parameter] of Object.entries(declared)) {
    const texts = textsOf(name);
    const value = texts.length === 0 ? parameter.default : readValue(texts, parameter);
    if (value === null) return { problem: `${name} must be ${describe(parameter)}` };
    if (value !== undefined) values[name] = value;
    else if (parameter.required) return { problem: `${name} is required` };
  }
  return { values };
}

function readValue(
  texts: readonly string[],
  { schema, minimum, maximum }: Parameter,
): ParameterValue | null {
  const [text = ''] = texts;
  if (schema.type === 'array') return texts;
  if (schema.type === 'string') return !schema.values || schema.values.includes(text) ? text : null;
  if (schema.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : null;
  const most = schema.type === 'integer' && schema.format === 'int64' ? 2 ** 53 - 1 : 2 ** 31 - 1;
  const number = /^-?\d+$/.test(text) ? Number(text) : NaN;
  return number >= (minimum ?? -most) && number <= (maximum ?? most) ? number : null;
}

function describe({ schema, minimum, maximum }: Parameter): string {
  if (schema.type === 'boolean') return 'true or false';
  if (schema.type === 'string') return `one of ${schema.values?.join(', ')}`;
  return minimum === undefined ? 'a whole number' : `a whole number from ${minimum} to ${maximum}`;
}
