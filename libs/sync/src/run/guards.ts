import { compareRows, type Comparison } from '../compare/compare-rows.js';
import type { LedgerReader } from '../ledger/ledger.js';

/** Reads all rows and says whether more of those that are known have changed than may. */
export async function changedTooMuch<Row>(
  comparison: Comparison<Row>,
  ledger: LedgerReader,
  mostPercent: number,
): Promise<{ readonly rows: number; readonly problem?: string }> {
  const known = await ledger.count();
  let rows = 0;
  let changed = 0;
  if (known === 0) return { rows };
  for await (const chunk of compareRows(comparison)) {
    comparison.open.clear();
    rows += chunk.length;
    changed += chunk.filter(({ change }) => change === 'changed').length;
  }
  const percent = (changed / known) * 100;
  if (percent <= mostPercent) return { rows };
  return {
    rows,
    problem:
      `${String(changed)} of the ${String(known)} rows that the ledger knows have changed, which is ` +
      `${percent.toFixed(1)} %, and at most ${String(mostPercent)} % may; nothing was sent`,
  };
}

/** Why a run ends in which more rows failed than may. */
export function failedTooOften(failed: number, most: number | undefined): string | undefined {
  return most !== undefined && failed > most ? `more than ${String(most)} rows failed` : undefined;
}

/** Why a run without rows is held back, where the ledger knows some. */
export function emptied(read: number, known: number): string | undefined {
  if (read > 0 || known === 0) return undefined;
  return (
    `the query returned no row, and the ledger knows ${String(known)}; ` +
    'allow an empty result (allowEmpty) where all of them are really gone'
  );
}
