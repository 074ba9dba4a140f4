import type { Io } from '../io.js';

/** The signs that lines and bars are made of. */
export interface Symbols {
  readonly ok: string;
  readonly bad: string;
  readonly warn: string;
  readonly retry: string;
  readonly full: string;
  readonly empty: string;
  readonly dot: string;
  readonly times: string;
  readonly more: string;
  readonly newline: string;
}

export const UNICODE: Symbols = {
  ok: '✓',
  bad: '✗',
  warn: '⚠',
  retry: '↻',
  full: '█',
  empty: '░',
  dot: '·',
  times: '×',
  more: '…',
  newline: '⏎',
};

export const ASCII: Symbols = {
  ok: '+',
  bad: 'x',
  warn: '!',
  retry: '~',
  full: '#',
  empty: '.',
  dot: '-',
  times: 'x',
  more: '...',
  newline: '|',
};

/**
 * Whether the console can show more than ASCII. On Windows only newer terminals do whatever their
 * code page is; elsewhere all but the kernel's own console and those whose locale names another encoding.
 */
export function showsUnicode(env: Io['env'], platform: NodeJS.Platform): boolean {
  if (platform === 'win32') {
    const { CI, WT_SESSION, TERM_PROGRAM, TERM = '' } = env;
    const newer = ['xterm-256color', 'alacritty', 'rxvt-unicode'].includes(TERM);
    return Boolean(CI) || Boolean(WT_SESSION) || TERM_PROGRAM === 'vscode' || newer;
  }
  if (env['TERM'] === 'linux') return false;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  const [, encoding] = locale.split('.');
  return encoding === undefined || /^utf-?8/i.test(encoding);
}

const REPLACEMENTS = new Map(
  (Object.keys(UNICODE) as (keyof Symbols)[]).map((name) => [UNICODE[name], ASCII[name]]),
);
const ANY = new RegExp(`[${[...REPLACEMENTS.keys()].join('')}]`, 'g');

/** A text with its signs in ASCII. */
export function inAscii(text: string): string {
  return text.replace(ANY, (symbol) => REPLACEMENTS.get(symbol) ?? symbol);
}
