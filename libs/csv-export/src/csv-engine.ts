import { stringify, type Options } from 'csv-stringify/sync';
import type { ResolvedFormat } from './resolve-format-options.js';

/** A line of the CSV before quoting. */
export type CsvRecord = readonly (string | null)[];

/**
 * The lines as text, quoted where they need it.
 *
 * @param hasEmptyText - Whether a text among the records is empty.
 */
export type CsvEngine = (records: readonly CsvRecord[], hasEmptyText: boolean) => string;

/** csv-stringify, set to write `null` unquoted, and a text of the same letters quoted. */
export function csvEngine(format: ResolvedFormat): CsvEngine {
  const { columns, delimiter, quote, lineEnding, nullText } = format;
  // PostgreSQL before 18 takes this for the end of the file where it stands alone.
  const alone = columns.length === 1 ? [/^\\\.$/] : [];
  const options: Options = {
    delimiter,
    quote,
    escape: quote,
    record_delimiter: lineEnding,
    // Off by default where the delimiter is given: a lone carriage return would end a line for readers.
    quote_record_delimiter: true,
    ...(alone.length > 0 && { quoted_match: alone }),
    ...(nullText !== '' && { cast: castWithNullText(nullText) }),
  };
  // A search in every cell takes an eighth of the time, so it is made only where it can find something.
  const quotingEmpty: Options = { ...options, quoted_match: [...alone, /^$/] };
  return (records, hasEmptyText) =>
    stringify([...records], hasEmptyText && nullText === '' ? quotingEmpty : options);
}

function castWithNullText(nullText: string): NonNullable<Options['cast']> {
  return {
    string: (value) => (value === nullText ? { value, quoted: true } : value),
    null: () => nullText,
  };
}
