import type { Look, Style } from './style.js';
import { inAscii } from './symbols.js';

/** What a line's beginning looks like; the first that matches counts. */
const BEGINNINGS: readonly (readonly [RegExp, Look])[] = [
  // A sum of nothing is no trouble.
  [/^[⚠✗](?= .*: 0$)/, 'faint'],
  [/^✓/, 'good'],
  [/^⚠/, 'warn'],
  [/^✗/, 'bad'],
  [/^↻/, 'accent'],
  [/^[=-](?= )/, 'faint'],
  [/^\[STEP [\d.]+\].*/, 'strong'],
  [/^INTEGRATION SUMMARY$/, 'strong'],
  [/^error\[[\w-]+\]:/, 'bad'],
];

/**
 * A printable line as a style shows it: its signs such as can be shown, and what stands out in colour,
 * which is its beginning unless the whole line has a look.
 */
export function decorate(line: string, style: Style, whole?: Look): string {
  const found = whole ? ([/^.+/, whole] as const) : BEGINNINGS.find(([start]) => start.test(line));
  const painted = found ? line.replace(found[0], style[found[1]]) : line;
  return style.unicode ? painted : inAscii(painted);
}
