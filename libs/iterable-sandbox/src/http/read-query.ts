import type { QueryParameter } from '../contract/operation.js';

/** The parameters that an operation knows, or what is wrong with one of them. */
export type QueryOutcome =
  { readonly values: Readonly<Record<string, string | number>> } | { readonly problem: string };

const NOTHING: QueryOutcome = { values: {} };

/** Reads the declared parameters; others are ignored, as Iterable does. */
export function readQuery(
  search: string,
  declared: Readonly<Record<string, QueryParameter>> | undefined,
): QueryOutcome {
  if (!declared) return NOTHING;
  const sent = new URLSearchParams(search);
  const values: Record<string, string | number> = {};
  for (const [name, parameter] of Object.entries(declared)) {
    const text = sent.get(name);
    const value = text === null ? parameter.default : readValue(text, parameter);
    if (value === null) return { problem: `${name} must be ${describe(parameter)}` };
    if (value !== undefined) values[name] = value;
    else if (parameter.required) return { problem: `${name} is required` };
  }
  return { values };
}

function readValue(
  text: string,
  { type, minimum, maximum }: QueryParameter,
): string | number | null {
  if (type === 'string') return text;
  const number = /^-?\d+$/.test(text) ? Number(text) : NaN;
  return number >= (minimum ?? -(2 ** 31)) && number <= (maximum ?? 2 ** 31 - 1) ? number : null;
}

function describe({ minimum, maximum }: QueryParameter): string {
  return minimum === undefined ? 'a whole number' : `a whole number from ${minimum} to ${maximum}`;
}
