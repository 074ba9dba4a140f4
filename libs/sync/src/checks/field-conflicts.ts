import type { MappedRow } from '../map-row.js';
import { fieldCensus } from './field-census.js';
import { fieldLabel } from './field-label.js';
import { takes, wantedBy } from './field-types.js';

/** A profile field whose values all have another type than Iterable's. */
export interface FieldConflict {
  /** Its dotted path. */
  readonly field: string;
  /** Its type in Iterable. */
  readonly expected: string;
  /** What the rows have instead, in words. */
  readonly found: readonly string[];
  /** In how many of the rows looked at. */
  readonly rows: number;
}

/** One row with the wrong type may be a slip; from two on, and none that is right, it is the column. */
const LEAST_ROWS = 2;

/**
 * Finds the profile fields for which every value in these rows, at least two, disagrees with
 * Iterable's type. Then it isn't the rows that are wrong: a run would fail them all, so it should stop
 * before it sends anything. Values without a type, such as `null`, don't count.
 */
export function fieldConflicts(
  rows: readonly MappedRow[],
  fieldTypes: ReadonlyMap<string, string>,
): readonly FieldConflict[] {
  return [...fieldCensus(rows)].flatMap(([field, { rows: count, kinds }]) => {
    const expected = fieldTypes.get(field);
    if (expected === undefined || count < LEAST_ROWS) return [];
    const found = [...kinds];
    return found.some((kind) => takes(expected, kind))
      ? []
      : [{ field, expected, found, rows: count }];
  });
}

/** What to tell of conflicts: which fields, what they have, what to do. Names fields and types only. */
export function fieldConflictMessage(conflicts: readonly FieldConflict[]): string {
  const told = conflicts.map(
    ({ field, expected, found, rows }) =>
      `${fieldLabel(field)} has the type ${expected} in Iterable, and all ${String(rows)} values looked at are ${found.join(' or ')} (send ${wantedBy(expected)})`,
  );
  return `Nothing was sent: ${told.join('; ')}. Iterable never changes a field's type: change the query or the mapping, or use another field name.`;
}
