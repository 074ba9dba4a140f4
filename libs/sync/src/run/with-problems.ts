import type { RowProblems } from '../checks/index.js';
import type { ComparedRow } from '../compare/compared-row.js';

/** A row without the parts that can't be sent; what is not due to be sent is not judged. */
export function withProblems(row: ComparedRow, problems: RowProblems): ComparedRow {
  const user = row.send.user ? problems.user : undefined;
  const event = row.send.event ? problems.event : undefined;
  if (!user && !event) return row;
  const send = { user: row.send.user && !user, event: row.send.event && !event };
  return {
    ...row,
    send,
    change: send.user || send.event ? row.change : 'refused',
    refused: { ...row.refused, ...(user && { user }), ...(event && { event }) },
  };
}
