import stringWidth from 'string-width';
import { progressParts, type ProgressParts, type ProgressState } from './progress-text.js';
import type { Look, Style } from './style.js';

/** Columns of the bar itself, at least. */
const LEAST = 8;

type Part = keyof ProgressParts;

/** The parts by what they are worth: where a terminal is too narrow, the last are given up. */
const BY_WORTH: readonly Part[] = [
  'share',
  'left',
  'count',
  'failed',
  'rate',
  'retries',
  'limited',
];
/** The same where records have failed. */
const IN_TROUBLE: readonly Part[] = ['share', 'failed', ...BY_WORTH];

/** The parts in the order in which they are shown. */
const IN_ORDER: readonly Part[] = [
  'share',
  'count',
  'rate',
  'left',
  'failed',
  'retries',
  'limited',
];

/**
 * A bar and as many parts of the state as fit beside it. It is as wide as the columns, whatever the
 * state.
 */
export function progressBar(state: ProgressState, columns: number, style: Style): string {
  const parts = progressParts(state);
  const separator = ` ${style.symbols.dot} `;
  const shown = new Set<Part>();
  let room = columns - LEAST;
  for (const name of state.failed > 0 ? IN_TROUBLE : BY_WORTH) {
    const text = parts[name];
    if (text === undefined || shown.has(name)) continue;
    room -= stringWidth(text) + (shown.size === 0 ? 1 : separator.length);
    // What is worth less is not shown in its place, though it may be shorter.
    if (room < 0) break;
    shown.add(name);
  }
  const texts = IN_ORDER.filter((name) => shown.has(name));
  const plain = texts.map((name) => parts[name]).join(separator);
  const width = columns - (plain === '' ? 0 : stringWidth(plain) + 1);
  const bar = barOf(state, Math.max(0, width), style);
  const painted = texts.map((name) => paint(name, state, parts[name] ?? '', style)).join(separator);
  return painted === '' ? bar : `${bar} ${painted}`;
}

function barOf({ done, total }: ProgressState, width: number, style: Style): string {
  const { full, empty } = style.symbols;
  const filled = total === 0 ? width : Math.floor((done * width) / total);
  return style.good(full.repeat(filled)) + style.faint(empty.repeat(width - filled));
}

/** Trouble stands out, and only where there is some. */
function paint(name: Part, { failed, retries }: ProgressState, text: string, style: Style): string {
  const looks: Partial<Record<Part, Look>> = {
    ...(failed > 0 && { failed: 'bad' }),
    ...(retries > 0 && { retries: 'warn' }),
  };
  const look = looks[name];
  return look ? style[look](text) : text;
}
