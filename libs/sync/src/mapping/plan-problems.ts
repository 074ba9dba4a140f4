import { reservedFields } from '../checks/reserved-fields.js';
import type { PlannedField } from './build-fields.js';
import { columnType } from './column-kind.js';
import { quoted } from './column-finder.js';
import type { MappedColumn, ProfileMapping } from './column-mapping.js';
import { TEXT_LIKE } from './convert-value.js';

/** What would be lost or refused of a profile with these fields, in every row. */
export function profileProblems(
  fields: readonly PlannedField[],
  profile: boolean | ProfileMapping,
  allowReserved: readonly string[],
): string[] {
  const problems: string[] = [];
  const nested = fields.find(({ path }) => path.length > 1);
  const merge = typeof profile === 'object' ? profile.mergeNestedObjects : undefined;
  // Iterable's default would drop whatever else the object holds.
  if (nested && merge === undefined) {
    problems.push(
      `profile: the field ${quoted(nested.path.join('.'))} is inside of an object: say mergeNestedObjects: true to keep what else the profile has there, or false to replace it`,
    );
  }
  for (const { path, column } of fields) {
    const [field = ''] = path;
    if (!reservedFields.includes(field) || allowReserved.includes(field)) continue;
    problems.push(
      `profile: the field ${quoted(field)}, of the column ${quoted(column.name)}, is one that Iterable manages itself: name it otherwise, or list the column in ignore`,
    );
  }
  return problems;
}

/** Which of the columns can't be sent as text. */
export function textProblems(columns: readonly MappedColumn[]): string[] {
  return columns
    .filter(({ type }) => !TEXT_LIKE.has(columnType(type).kind))
    .map(
      ({ name, type }) => `text takes numbers and booleans: the column ${quoted(name)} is ${type}`,
    );
}
