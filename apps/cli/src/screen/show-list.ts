import type { Level } from './levels.js';
import type { Screen } from './screen.js';
import type { Cell } from './table.js';

/** Something, and what there is to say of it. */
export interface ListItem {
  readonly head: Cell;
  readonly texts: readonly Cell[];
}

export interface List {
  readonly items: readonly ListItem[];
  /** Spaces before each line. @default 0 */
  readonly indent?: number;
}

/** Below it, what stands side by side would be a few letters wide. */
const LEAST_WIDTH = 60;
/** Spaces before what stands below its head. */
const STEP = 4;

/** Shows items with what is said of them beside, or where the screen is narrow, below. */
export function showList(screen: Screen, level: Level, { items, indent = 0 }: List): void {
  if (screen.style.width >= LEAST_WIDTH) {
    const texts = Math.max(0, ...items.map((item) => item.texts.length));
    const columns = [{}, ...Array.from({ length: texts }, () => ({ narrow: 'wrap' as const }))];
    screen.table(level, {
      indent,
      columns,
      rows: items.map((item) => [item.head, ...item.texts]),
    });
    return;
  }
  const columns = [{ narrow: 'wrap' as const }];
  for (const { head, texts } of items) {
    if (textOf(head).trim() !== '') screen.table(level, { indent, columns, rows: [[head]] });
    const below = texts.filter((text) => textOf(text) !== '').map((text) => [text]);
    if (below.length > 0) screen.table(level, { indent: indent + STEP, columns, rows: below });
  }
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}
