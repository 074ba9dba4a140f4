import { checkBoolean, checkChoice, checkKeys, checkSignal, kindOf } from '../options/checks.js';

/** How the server writes the CSV; the defaults make what most programs read. */
export interface CopyOptions {
  /** Whether the first line names the columns. @default true */
  readonly header?: boolean;
  /** One ASCII character between values. @default ',' */
  readonly delimiter?: string;
  /** One ASCII character around values that need it; doubled within them. @default '"' */
  readonly quote?: string;
  /** Whether a byte order mark stands first. @default false */
  readonly bom?: boolean;
  /** What stands for NULL, never quoted; a value of the same text is. @default '' */
  readonly nullText?: string;
  /** @default 'true' */
  readonly trueText?: string;
  /** @default 'false' */
  readonly falseText?: string;
  /**
   * A `timestamptz` in UTC: `'datetime'` is `YYYY-MM-DD HH:MM:SS`, fractions cut off, also for times
   * past 275760, which a stream has as text with `+00`; `'iso'` is `YYYY-MM-DDTHH:MM:SS.sssZ`, with six
   * decimals where there are microseconds.
   * @default 'datetime'
   */
  readonly dates?: 'datetime' | 'iso';
  /**
   * Whether an apostrophe is put before texts that a spreadsheet would run as formulas.
   * @default false
   */
  readonly formulaGuard?: boolean;
  /** Cancels the query on the server and ends the snapshot. */
  readonly signal?: AbortSignal;
}

/** How the CSV is written, complete. */
export type CopyFormat = Required<Omit<CopyOptions, 'signal'>>;

const CALLER = 'copy';
const TEXTS = { nullText: '', trueText: 'true', falseText: 'false' };
const FLAGS = { header: true, bom: false, formulaGuard: false };
const CHARACTERS = { delimiter: ',', quote: '"' };

/** @throws TypeError naming the option */
export function resolveCopyOptions(options: CopyOptions): {
  readonly format: CopyFormat;
  readonly signal: AbortSignal | undefined;
} {
  const known = [TEXTS, FLAGS, CHARACTERS].flatMap((group) => Object.keys(group));
  checkKeys(CALLER, options, [...known, 'dates', 'signal']);
  const flags = mapValues(FLAGS, (name, fallback) =>
    checkBoolean(CALLER, name, options[name] ?? fallback),
  );
  const texts = mapValues(TEXTS, (name, fallback) => text(name, options[name] ?? fallback));
  const characters = mapValues(CHARACTERS, (name, fallback) =>
    character(name, options[name] ?? fallback),
  );
  const { delimiter, quote } = characters;
  if (delimiter === quote) throw new TypeError(`${CALLER}: delimiter and quote must differ`);
  if ([delimiter, quote, '\n', '\r'].some((special) => texts.nullText.includes(special))) {
    throw new TypeError(
      `${CALLER}: nullText must not have the delimiter, the quote or a line break in it, as it is never quoted`,
    );
  }
  const dates = checkChoice(CALLER, 'dates', options.dates ?? 'datetime', ['datetime', 'iso']);
  const format = Object.freeze({ ...flags, ...texts, ...characters, dates });
  return { format, signal: checkSignal(CALLER, options.signal) };
}

function text(name: string, value: unknown): string {
  if (typeof value === 'string' && value.isWellFormed() && !value.includes('\0')) return value;
  const found = typeof value === 'string' ? 'one with a NUL or half a character' : kindOf(value);
  throw new TypeError(`${CALLER}: ${name} must be a string, not ${found}`);
}

/** `COPY` takes single bytes only; control characters but the tab are of no use here. */
function character(name: string, value: unknown): string {
  if (typeof value === 'string' && /^[\t -~]$/.test(value)) return value;
  throw new TypeError(`${CALLER}: ${name} must be one ASCII character, printable or a tab`);
}

function mapValues<Group extends object, Value>(
  group: Group,
  map: (name: keyof Group & string, value: Group[keyof Group & string]) => Value,
): Record<keyof Group & string, Value> {
  const names = Object.keys(group) as (keyof Group & string)[];
  return Object.fromEntries(names.map((name) => [name, map(name, group[name])])) as Record<
    keyof Group & string,
    Value
  >;
}
