/** A place in a text, for people. */
export interface ShownPosition {
  /** In characters from 1, as PostgreSQL counts. */
  readonly position: number;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** The line with a caret under the place. */
  readonly excerpt: string;
}

const LINE_BREAK = /\r\n|\n|\r/;
const WIDTH = 100;

/** Shows where in a text an index, in UTF-16 code units, is. */
export function showPosition(text: string, index: number): ShownPosition {
  const before = text.slice(0, index);
  const linesBefore = before.split(LINE_BREAK);
  const line = linesBefore.length;
  const head = Array.from(linesBefore.at(-1) ?? '');
  const rest = Array.from(text.slice(index).split(LINE_BREAK)[0] ?? '');
  const from = Math.max(0, head.length - WIDTH / 2);
  const shownHead = (from > 0 ? '…' : '') + printable(head.slice(from));
  const to = WIDTH - (head.length - from);
  const shownRest = printable(rest.slice(0, to)) + (rest.length > to ? '…' : '');
  const gutter = `${line} | `;
  // Tabs stay, so that the caret stands below its character.
  const indent = ' '.repeat(gutter.length) + shownHead.replace(/[^\t]/gu, ' ');
  return {
    position: Array.from(before).length + 1,
    line,
    column: head.length + 1,
    excerpt: `${gutter}${shownHead}${shownRest}\n${indent}^`,
  };
}

/** A terminal would obey control characters. */
function printable(characters: readonly string[]): string {
  return characters.join('').replace(/[^\P{C}\t]/gu, ' ');
}
