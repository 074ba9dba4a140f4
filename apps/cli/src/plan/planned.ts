import type { GoneOption, Selection, SyncPlan } from '@org/sync';

/** A plan, and what it was made for. */
export interface Planned {
  readonly plan: SyncPlan;
  /** Which records are asked for. */
  readonly select: Selection;
  /** What a run does about records that have left the query. */
  readonly gone: GoneOption;
  /** Whether there is a ledger; without one every record is new. */
  readonly ledgerFound: boolean;
}

/** Records that a run would send, wholly or in part. */
export function dueRecords({ counts }: SyncPlan): number {
  return counts.new + counts.changed + counts.retry + counts.repeat;
}

/** What a run does about records that have left the query; a run for those that failed looks at no others. */
export function goneAction({
  gone,
  select,
}: Pick<Planned, 'gone' | 'select'>): 'report' | 'ignore' | 'event' | 'unsubscribe' | 'none' {
  if (select === 'failed') return 'none';
  if (typeof gone === 'string') return gone;
  return 'event' in gone ? 'event' : 'unsubscribe';
}
