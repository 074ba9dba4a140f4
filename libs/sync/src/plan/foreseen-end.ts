import type { Selection } from '../compare/compared-row.js';
import { emptied, failedTooOften } from '../run/guards.js';
import type { Guards } from '../run/run-options.js';
import type { SyncPlan } from './sync-plan.js';

/** What tells how a run would end. */
export interface Foresight {
  readonly guards: Guards;
  readonly select: Selection;
  /** Rows that the query returns. */
  readonly rows: number;
  /** Rows that the ledger knows; absent without a ledger. */
  readonly known: number | undefined;
  /** Rows that can't be sent, wholly or in part. */
  readonly refused: number;
  /** Why more has changed than may. */
  readonly changed: string | undefined;
  /** Why the fields of all rows are of a wrong type. */
  readonly fields: string | undefined;
}

/** How a run would end before its last row, by the reason that it would come upon first. */
export function foreseenEnd(foresight: Foresight): SyncPlan['stopped'] {
  const { guards, select, rows, known, refused, changed, fields } = foresight;
  const failed = failedTooOften(refused, guards.maxFailures);
  const judged = known !== undefined && select !== 'failed' && !guards.allowEmpty;
  const empty = judged ? emptied(rows, known) : undefined;
  if (changed !== undefined) return { reason: 'guard', detail: changed };
  if (fields !== undefined) return { reason: 'field-types', detail: fields };
  if (failed !== undefined) return { reason: 'max-failures', detail: failed };
  return empty === undefined ? undefined : { reason: 'guard', detail: empty };
}
