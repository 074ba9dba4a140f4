import { stringify, type Options } from 'csv-stringify/sync';
import type { ResolvedFormat } from './resolve-format-options.js';

/** A line of the CSV before quoting. */
export type CsvRecord = readonly (string | null)[];

/** The lines as text, quoted where they need it. */
export type CsvEngine = (records: readonly CsvRecord[]) => string;

/** csv-stringify, set to write `null` unquoted and every text of the same letters quoted. */
export function csvEngine({
  columns,
  delimiter,
  quote,
  lineEnding,
  nullText,
}: ResolvedFormat): CsvEngine {
  const quotedMatch: RegExp[] = [];
  if (nullText === '') quotedMatch.push(/^$/);
  // PostgreSQL before 18 takes such a line for the end of the file.
  if (columns.length === 1) quotedMatch.push(/^\\\.$/);
  const options: Options = {
    delimiter,
    quote,
    escape: quote,
    record_delimiter: lineEnding,
    // Off by default where the delimiter is given: a lone carriage return would end a line for readers.
    quote_record_delimiter: true,
    ...(quotedMatch.length > 0 && { quoted_match: quotedMatch }),
    ...(nullText !== '' && { cast: castWithNullText(nullText) }),
  };
  return (records) => stringify(records as CsvRecord[], options);
}

function castWithNullText(nullText: string): NonNullable<Options['cast']> {
  return {
    string: (value) => (value === nullText ? { value, quoted: true } : value),
    null: () => nullText,
  };
}
