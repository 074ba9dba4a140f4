import { writeCsv, type CsvResult } from '@org/csv-export';
import type { FailedRecord } from './failed-record.js';

const COLUMNS = [
  ...['sync', 'key', 'email', 'userId', 'part', 'outcome', 'code', 'reason'],
  ...['attempts', 'retryable', 'mayHaveArrived', 'run', 'gone'],
] as const;

/**
 * Writes failures as CSV, a line for each part of a record.
 *
 * @param destination a path that nobody has taken, or `-` for stdout
 * @throws CsvError where it can't be written
 */
export function writeFailuresCsv(
  records: AsyncIterable<FailedRecord>,
  destination: string,
  signal: AbortSignal,
): Promise<CsvResult> {
  return writeCsv(rowsOf(records), destination, { columns: COLUMNS, signal });
}

async function* rowsOf(
  records: AsyncIterable<FailedRecord>,
): AsyncGenerator<Record<string, unknown>> {
  for await (const { identity, parts, ...record } of records) {
    for (const part of parts) yield { ...record, ...part, email: null, userId: null, ...identity };
  }
}
