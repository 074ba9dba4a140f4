import { EXIT } from '../exit-code.js';
import { type PlannedValues, values } from './checks/values.js';
import type { ExaminedSync } from './examine-syncs.js';
import type { Examination } from './examination.js';
import { skipped } from './finding.js';

/** Whether the first records of each sync could be sent. */
export async function examineValues(
  exam: Examination,
  syncs: readonly ExaminedSync[],
  known: Pick<PlannedValues, 'fields' | 'hidden'>,
): Promise<void> {
  for (const { job, definition, rows } of syncs) {
    const ofSeveral = syncs.length > 1;
    const head = { name: 'values', sync: job.name, ofSeveral, exitCode: EXIT.usage };
    await exam.check(head, [definition, rows], ([sync, first], signal) => {
      if (first.length === 0) return skipped('there is no record');
      return values({ sync, rows: first, settings: job.settings, ...known, signal });
    });
  }
}
