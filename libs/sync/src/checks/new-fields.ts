import type { MappedRow } from '../map-row.js';
import { fieldCensus } from './field-census.js';
import { fieldLabel } from './field-label.js';
import { listed } from './listed.js';
import type { ValueKind } from './value-kind.js';

/** A profile field that the project does not have yet. */
export interface NewField {
  /** Its dotted path. */
  readonly field: string;
  /** The type that Iterable will give it; absent where its values would make different ones. */
  readonly type?: string;
  /** What the rows have in it, in words. */
  readonly found: readonly string[];
}

/** The type that a field gets by its first value (support article 208183076). */
const FIRST_TYPE: { readonly [kind in ValueKind]: string } = {
  text: 'string',
  'a date as text': 'date',
  'a date': 'date',
  'a whole number': 'long',
  'a fraction': 'double',
  'a boolean': 'boolean',
  'a location': 'geo_location',
  'an object': 'object',
};

/**
 * Finds the profile fields that these rows would create, and the types they would get. The first value
 * that arrives fixes a field's type for ever, so where values differ (whole numbers and fractions,
 * dates as text and other texts) chance decides, and the other values are refused from then on.
 *
 * @param fieldTypes all fields of the project, of `fieldTypesOf`
 */
export function newFields(
  rows: readonly MappedRow[],
  fieldTypes: ReadonlyMap<string, string>,
): readonly NewField[] {
  return [...fieldCensus(rows)]
    .filter(([field]) => !fieldTypes.has(field))
    .map(([field, { kinds }]) => {
      const found = [...kinds];
      const [type, other] = new Set(found.map((kind) => typeOf(field, kind)));
      return { field, ...(type !== undefined && other === undefined && { type }), found };
    });
}

/** What to tell of new fields: their names and types, never a value. */
export function newFieldsMessage(fields: readonly NewField[]): string {
  const told = fields.map(
    ({ field, type, found }) => `${fieldLabel(field)} (${type ?? found.join(' or ')})`,
  );
  const message = `Profile fields that the project does not have yet, and whose first value to arrive fixes their type for good: ${listed(told)}.`;
  return fields.every(({ type }) => type !== undefined)
    ? message
    : `${message} Those with values of several types are better created in Iterable first.`;
}

/** A place is a location only by its field's name. */
function typeOf(field: string, kind: ValueKind): string {
  return kind === 'a location' && !field.endsWith('_geo_location') ? 'object' : FIRST_TYPE[kind];
}
