import type { ResolvedFormat } from './resolve-format-options.js';

/** Whether a text must stand in quotes to be read back as it is. */
export type NeedsQuotes = (text: string) => boolean;

/** The test for cells of this format. */
export function needsQuotes(format: ResolvedFormat): NeedsQuotes {
  const { columns, delimiter, quote, nullText } = format;
  const special = new RegExp(`[${escaped(delimiter)}${escaped(quote)}\r\n]`);
  // PostgreSQL before 18 takes this for the end of the file where it stands alone.
  const end = columns.length === 1 ? '\\.' : undefined;
  return (text) => text === nullText || text === end || special.test(text);
}

/** One character, for a class of them in a pattern. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
