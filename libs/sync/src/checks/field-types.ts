import type { ValueKind } from './value-kind.js';

/** Iterable's types (support article 208183076), and what each of them takes. */
const TAKES: ReadonlyMap<string, ReadonlySet<ValueKind>> = new Map<string, ReadonlySet<ValueKind>>([
  // A `Date` is written as text, which a field of texts takes as it takes any other.
  ['string', new Set<ValueKind>(['text', 'a date as text', 'a date'])],
  ['date', new Set<ValueKind>(['a date as text', 'a date'])],
  ['long', new Set<ValueKind>(['a whole number'])],
  ['double', new Set<ValueKind>(['a whole number', 'a fraction'])],
  ['boolean', new Set<ValueKind>(['a boolean'])],
  ['geo_location', new Set<ValueKind>(['a location'])],
  ['object', new Set<ValueKind>(['an object', 'a location'])],
  ['nested', new Set<ValueKind>(['an object', 'a location'])],
]);

/** Whether a field of the type takes such a value. A type that isn't known here takes everything. */
export function takes(type: string, kind: ValueKind): boolean {
  return TAKES.get(type)?.has(kind) ?? true;
}

/** What a type takes, for messages. */
export function wantedBy(type: string): string {
  const [first = 'something else'] = TAKES.get(type) ?? [];
  return type === 'date' ? 'a date' : first;
}

/**
 * The types of a project's profile fields, from the reply of `users/getFields`: dotted paths to type
 * names. Whatever isn't understood is left out, and so never judged.
 */
export function fieldTypesOf(reply: unknown): ReadonlyMap<string, string> {
  const fields = isObject(reply) ? reply['fields'] : undefined;
  if (!isObject(fields)) return new Map();
  return new Map(
    Object.entries(fields).flatMap(([path, type]): [string, string][] =>
      typeof type === 'string' ? [[path, type.toLowerCase()]] : [],
    ),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
