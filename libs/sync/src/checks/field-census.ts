import type { MappedRow } from '../map-row.js';
import { type ValueKind, valueKind } from './value-kind.js';
import { walkFields } from './walk-fields.js';

/** What some rows have in one profile field. */
export interface FieldCensus {
  /** In how many rows it has a value with a type; the elements of a list count once. */
  readonly rows: number;
  /** What these values are. */
  readonly kinds: ReadonlySet<ValueKind>;
}

/** What the rows have in each profile field, by dotted path; `null` and the like don't count. */
export function fieldCensus(rows: readonly MappedRow[]): ReadonlyMap<string, FieldCensus> {
  const fields = new Map<string, { rows: number; lastRow: number; kinds: Set<ValueKind> }>();
  rows.forEach(({ user }, place) => {
    if (!user?.dataFields) return;
    walkFields(user.dataFields, {
      field: () => undefined,
      value: (path, value) => {
        const kind = valueKind(value);
        if (kind === undefined) return;
        const seen = fields.get(path) ?? { rows: 0, lastRow: -1, kinds: new Set() };
        fields.set(path, seen);
        seen.kinds.add(kind);
        if (seen.lastRow !== place) seen.rows += 1;
        seen.lastRow = place;
      },
    });
  });
  return fields;
}
