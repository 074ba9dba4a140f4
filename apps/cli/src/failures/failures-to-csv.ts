import { readerLeft } from '../run/reader-left.js';
import { counted } from '../screen/counted.js';
import type { View } from '../session/view.js';
import type { FailureList } from './failure-list.js';
import { leftOut } from './tell-failures.js';
import { writeFailuresCsv } from './write-failures-csv.js';

/** Writes failures as CSV and tells what became of it. A reader of stdout may have seen enough. */
export async function failuresToCsv(
  told: FailureList,
  destination: string,
  { screen, signal }: View,
): Promise<void> {
  try {
    const { rows, warnings } = await writeFailuresCsv(told, destination, signal);
    for (const { message } of warnings) screen.line('WARNING', `⚠ CSV: ${message}`);
    if (destination !== '-') screen.line('INFO', `✓ ${counted(rows, 'line')} in ${destination}`);
    for (const line of leftOut(told)) screen.line('INFO', line);
  } catch (error) {
    if (!readerLeft(error, destination)) throw error;
  }
}
