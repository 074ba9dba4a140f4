import type { CsvRecord } from './csv-engine.js';
import type { ResolvedFormat } from './resolve-format-options.js';

/** A line of the CSV where no cell of it needs quotes, else `undefined`. */
export type PlainLine = (record: CsvRecord) => string | undefined;

/** The way to such lines in this format. */
export function plainLine(format: ResolvedFormat): PlainLine {
  const { columns, delimiter, quote, lineEnding, nullText } = format;
  const special = new RegExp(`[${escaped(delimiter)}${escaped(quote)}\r\n]`);
  // PostgreSQL before 18 takes this for the end of the file where it stands alone.
  const end = columns.length === 1 ? '\\.' : undefined;
  return (record) => {
    let line = '';
    // Every cell of millions of rows goes through here.
    for (let index = 0; index < record.length; index += 1) {
      const text = record[index] ?? null;
      if (text === nullText || text === end || (text !== null && special.test(text))) {
        return undefined;
      }
      line += index === 0 ? (text ?? nullText) : delimiter + (text ?? nullText);
    }
    return line + lineEnding;
  };
}

/** One character, for a class of them in a pattern. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
