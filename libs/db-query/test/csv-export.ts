import type { CopyOptions } from '../src/index.js';

/** How both libraries write a CSV; `lineEnding` is what only csv-export can choose. */
export interface FormatOptions extends CopyOptions {
  readonly lineEnding?: '\n' | '\r\n';
}

/** `formatCsv` of csv-export, as far as it is used here. */
interface CsvExport {
  formatCsv(
    rows: readonly object[],
    options: FormatOptions & { readonly columns: readonly string[] },
  ): Promise<{ readonly text: string }>;
}

/** By a name that only Node reads: the bytes must agree, and neither library depends on the other. */
const name: string = '@org/csv-export';

export const { formatCsv } = (await import(name)) as CsvExport;
