import type { ColumnKind } from './column-kind.js';

/** A column's use other than as a field. */
export type RoleName =
  | 'key'
  | 'email'
  | 'userId'
  | 'event.name'
  | 'event.createdAt'
  | 'event.id'
  | 'event.campaignId'
  | 'event.templateId';

/** What a role takes. */
export interface Role {
  /** The kinds of column that may have it. */
  readonly kinds: readonly ColumnKind[];
  /** The kinds in words. */
  readonly wanted: string;
}

const INTEGER: Role = { kinds: ['integer'], wanted: 'a whole number' };
const TEXT: Role = { kinds: ['text'], wanted: 'a text' };
const ID: Role = { kinds: ['text', 'integer', 'numeric'], wanted: 'a text or a whole number' };

/** Which columns may be what, by their types. */
export const COLUMN_ROLES: { readonly [name in RoleName]: Role } = {
  // No floats: their text may change with the precision of the output.
  key: {
    kinds: ['text', 'integer', 'numeric', 'date', 'timestamp', 'moment'],
    wanted: 'a text, a whole number or a time',
  },
  email: TEXT,
  userId: ID,
  'event.name': TEXT,
  'event.createdAt': { kinds: ['moment', 'timestamp'], wanted: 'a timestamptz or timestamp' },
  'event.id': ID,
  'event.campaignId': INTEGER,
  'event.templateId': INTEGER,
};
