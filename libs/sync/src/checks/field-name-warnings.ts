import type { MappedRow } from '../map-row.js';
import { fieldLabel } from './field-label.js';
import { listed } from './listed.js';
import { walkFields } from './walk-fields.js';

/** Two profile fields that Iterable keeps apart and a person would not. */
export interface FieldNameWarning {
  /** The dotted path that the rows have. */
  readonly field: string;
  /** The field that it looks like: of the project where it is known, else of the rows. */
  readonly like: string;
}

/**
 * Finds profile fields whose names differ only by case or outer spaces, from each other or from those
 * that the project has. Nothing is lost by it, since Iterable takes them for different fields (support
 * article 208183076), and hardly anyone means that: a warning, and no reason to refuse.
 */
export function fieldNameWarnings(
  rows: readonly MappedRow[],
  fieldTypes: ReadonlyMap<string, string> = new Map(),
): readonly FieldNameWarning[] {
  const known = new Map<string, string>();
  for (const path of fieldTypes.keys()) known.set(folded(path), path);
  const warnings = new Map<string, FieldNameWarning>();
  const visitor = {
    field: (path: string): void => {
      const fold = folded(path);
      const like = known.get(fold);
      if (like === undefined) known.set(fold, path);
      else if (like !== path && !fieldTypes.has(path)) warnings.set(path, { field: path, like });
    },
    value: (): void => undefined,
  };
  for (const { user } of rows) if (user?.dataFields) walkFields(user.dataFields, visitor);
  return [...warnings.values()];
}

/** What to tell of such names. */
export function fieldNameMessage(warnings: readonly FieldNameWarning[]): string {
  const told = warnings.map(({ field, like }) => `${fieldLabel(field)} and ${fieldLabel(like)}`);
  return `Profile fields whose names differ only by case or spaces, which Iterable keeps apart: ${listed(told)}.`;
}

function folded(path: string): string {
  return path
    .split('.')
    .map((name) => name.trim().toLowerCase())
    .join('.');
}
