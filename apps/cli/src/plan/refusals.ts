import type { RefusedRow, SyncPlan } from '@org/sync';
import { adviceFor } from '../run/advice.js';
import type { Table } from '../screen/table.js';

/** Reasons to a code, and records to a reason, that are told without `--verbose`. */
const FEW = { reasons: 3, records: 5 };
const ALL = { reasons: Infinity, records: Infinity };

/** Records that can't be sent for one code. */
export interface Refusal {
  readonly title: string;
  /** The reasons, the first records that have each, and what can be done. */
  readonly table: Table;
}

/** What can't be sent, by code, the commonest first. */
export function refusals(
  { refused, refusedCodes }: Pick<SyncPlan, 'refused' | 'refusedCodes'>,
  { verbose }: { readonly verbose: boolean },
): Refusal[] {
  const most = verbose ? ALL : FEW;
  return Object.entries(refusedCodes).map(([code, count]) => {
    const reasons = byReason(refused.filter((row) => row.code === code));
    const told = [...reasons].slice(0, most.reasons).flatMap(([reason, rows]) => {
      const named = rows.slice(0, most.records).map(rowText);
      const more = rows.length > named.length ? ', …' : '';
      return [
        ['Reason', reason],
        ['Records', `${named.join(', ')}${more}`],
      ];
    });
    return {
      title: `✗ ${count.toLocaleString('en-US')} × ${code}`,
      table: {
        columns: [{}, { narrow: 'wrap' }],
        rows: [...told, ['Advice', adviceFor({ code })]],
        indent: 2,
      },
    };
  });
}

/** Which part of a record it is, for people. */
const PARTS = { user: 'profile', event: 'event' } as const;

/** Each row once, under its parts and reason. */
function byReason(refused: readonly RefusedRow[]): Map<string, RefusedRow[]> {
  const rows = Map.groupBy(refused, ({ row }) => row);
  const reasons = new Map<string, RefusedRow[]>();
  for (const parts of rows.values()) {
    for (const [reason, same] of Map.groupBy(parts, (part) => part.reason)) {
      const text = `${same.map(({ part }) => PARTS[part]).join(' and ')}: ${reason}`;
      reasons.set(text, [...(reasons.get(text) ?? []), ...same.slice(0, 1)]);
    }
  }
  return reasons;
}

function rowText({ row, key }: RefusedRow): string {
  return `${String(row)}${key === undefined ? '' : ` (key ${key})`}`;
}
