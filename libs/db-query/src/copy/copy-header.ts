import type { CopyFormat } from './copy-options.js';

const OPENINGS = /^[=+\-@\t\r\n＝＋－＠]/;
const NEGATIVE_NUMBER = /^-(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;

/** What stands before the rows: mark and header, as `COPY` quotes. */
export function copyHeader(names: readonly string[], format: CopyFormat): string {
  const mark = format.bom ? '\ufeff' : '';
  if (!format.header) return mark;
  const cells = names.map((name, index) => {
    const isFormula = OPENINGS.test(name) && !NEGATIVE_NUMBER.test(name);
    const text = format.formulaGuard && isFormula ? `'${name}` : name;
    const isAlone = names.length === 1 && text === '\\.';
    // Unquoted, U+FEFF at the start would be taken for a mark.
    const isMark = !format.bom && index === 0 && text.startsWith('\ufeff');
    return isAlone || isMark || needsQuotes(text, format) ? quoted(text, format) : text;
  });
  return `${mark}${cells.join(format.delimiter)}\n`;
}

function needsQuotes(text: string, { delimiter, quote, nullText }: CopyFormat): boolean {
  return text === nullText || [delimiter, quote, '\n', '\r'].some((part) => text.includes(part));
}

function quoted(text: string, { quote }: CopyFormat): string {
  return quote + text.replaceAll(quote, quote + quote) + quote;
}
