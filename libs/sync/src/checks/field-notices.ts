import type { MappedRow } from '../map-row.js';
import type { Notice } from '../sync-event.js';
import { fieldNameMessage, fieldNameWarnings } from './field-name-warnings.js';
import { newFields, newFieldsMessage } from './new-fields.js';

/** What profile fields are judged by. */
export interface FieldNoticeInput {
  /** Rows whose profiles are about to be sent. */
  readonly rows: readonly MappedRow[];
  /** All fields of the project. */
  readonly fieldTypes: ReadonlyMap<string, string>;
  /** Whether Iterable may create fields; where it may not, it drops them, which is told elsewhere. */
  readonly createNewFields: boolean | undefined;
}

/** What is odd about the names of profile fields, and what Iterable would decide for good. */
export function fieldNotices(input: FieldNoticeInput): Notice[] {
  const { rows, fieldTypes, createNewFields } = input;
  const names = fieldNameWarnings(rows, fieldTypes);
  const created = createNewFields === false ? [] : newFields(rows, fieldTypes);
  return [
    ...(names.length > 0
      ? [{ code: 'FIELD_NAMES', message: fieldNameMessage(names) } as const]
      : []),
    ...(created.length > 0
      ? [{ code: 'NEW_FIELDS', message: newFieldsMessage(created) } as const]
      : []),
  ];
}
