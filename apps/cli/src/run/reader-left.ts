import { CsvError } from '@org/csv-export';

/** Whether an error means that the reader of stdout has seen enough (`| head`), which is none. */
export function readerLeft(error: unknown, destination: string): boolean {
  return destination === '-' && error instanceof CsvError && error.code === 'CSV_CLOSED';
}
