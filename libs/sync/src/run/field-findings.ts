import { fieldConflictMessage, fieldConflicts, fieldNotices } from '../checks/index.js';
import type { ComparedRow } from '../compare/compared-row.js';
import type { Notice } from '../sync-event.js';
import type { CheckRow } from './due-rows.js';
import type { KnownFieldTypes } from './read-field-types.js';

/** What looking for them needs. */
export interface FieldFindingsInput {
  /** The first rows that are due. */
  readonly ahead: readonly ComparedRow[];
  readonly known: KnownFieldTypes;
  readonly check: CheckRow;
  readonly createNewFields: boolean | undefined;
}

/** What the first rows tell about the profile fields of all. */
export interface FieldFindings {
  readonly notices: readonly Notice[];
  /** Why nothing may be sent: columns of another type than Iterable's fields. */
  readonly problem?: string;
}

/** Holds the first rows against the fields that the project has. */
export function fieldFindings(input: FieldFindingsInput): FieldFindings {
  const { ahead, known, check, createNewFields } = input;
  const told = known.notice ? [known.notice] : [];
  const { types } = known;
  if (!types) return { notices: told };
  const mapped = ahead.map((row) => row.mapped);
  const conflicts = fieldConflicts(mapped, types);
  const rows = mapped.filter((_, place) => check(ahead[place] as ComparedRow).send.user);
  return {
    notices: [...told, ...fieldNotices({ rows, fieldTypes: types, createNewFields })],
    ...(conflicts.length > 0 && { problem: fieldConflictMessage(conflicts) }),
  };
}
