import type { CsvFormatOptions } from '../src/csv-options.js';
import { formatCsv } from '../src/format-csv.js';

/** The text of one row of so many values, without a header. */
export async function lineOf(
  values: unknown[],
  options: Partial<CsvFormatOptions<object>> = {},
): Promise<string> {
  const columns = values.map((_, index) => `c${index}`);
  const { text } = await formatCsv<object>([values], { columns, header: false, ...options });
  return text;
}
