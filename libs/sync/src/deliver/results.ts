import type { ComparedRow } from '../compare/compared-row.js';
import { outcomeOf, type CallResult, type RowRecord } from '../outcome.js';

type Part = 'user' | 'event';

/** The result of a part of a row that is not to be sent. */
export function unsentResult({ mapped, refused, change }: ComparedRow, part: Part): CallResult {
  if (!mapped.due[part]) return { status: 'none' };
  const failure = refused?.[part];
  if (failure) return { status: 'failed', ...failure };
  if (change !== 'unselected') return { status: 'unchanged' };
  return { status: 'skipped', reason: 'only rows that failed before were asked for' };
}

/** The result of a part of a row whose turn did not come. */
export function unattemptedResult(row: ComparedRow, part: Part, why: string): CallResult {
  return row.send[part] ? { status: 'not-sent', reason: why } : unsentResult(row, part);
}

/** The record of a row. */
export function recordOf({ mapped }: ComparedRow, user: CallResult, event: CallResult): RowRecord {
  const { row, key, identifier } = mapped;
  return {
    row,
    ...(key !== undefined && { key }),
    ...(identifier !== undefined && { identifier }),
    outcome: outcomeOf(user, event),
    user,
    event,
  };
}
