import { styleText } from 'node:util';
import { hasColor, type ColorChoice } from './color.js';
import { ASCII, showsUnicode, UNICODE, type Symbols } from './symbols.js';

/** Ways in which a text can stand out. */
export type Look = 'good' | 'bad' | 'warn' | 'strong' | 'faint' | 'accent';

/** How an output shows texts. The functions take printable texts: see `printable`. */
export interface Style extends Readonly<Record<Look, (text: string) => string>> {
  readonly color: boolean;
  readonly unicode: boolean;
  readonly symbols: Symbols;
  /** Columns that a line may take; it changes with the terminal. */
  readonly width: number;
}

type Format = Parameters<typeof styleText>[0];

const FORMATS: Readonly<Record<Look, Format>> = {
  good: 'green',
  bad: 'red',
  warn: 'yellow',
  strong: 'bold',
  faint: 'gray',
  accent: 'cyan',
};

/** Where nothing tells how wide the output is. */
const USUAL_WIDTH = 80;

/** Decides how an output shows texts: colours, signs and width. */
export function styleOf(choice: ColorChoice, platform: NodeJS.Platform = process.platform): Style {
  const color = hasColor(choice);
  const unicode = showsUnicode(choice.env, platform);
  const paint = (look: Look) => (text: string) =>
    color && text !== '' ? styleText(FORMATS[look], text, { validateStream: false }) : text;
  return {
    good: paint('good'),
    bad: paint('bad'),
    warn: paint('warn'),
    strong: paint('strong'),
    faint: paint('faint'),
    accent: paint('accent'),
    color,
    unicode,
    symbols: unicode ? UNICODE : ASCII,
    get width() {
      return widthOf(choice);
    },
  };
}

/** Columns of an output: those of its terminal, else `COLUMNS`, else 80. */
export function widthOf({ output, env }: Pick<ColorChoice, 'output' | 'env'>): number {
  if (output.isTTY && output.columns) return output.columns;
  const given = env['COLUMNS'] ?? '';
  return /^[1-9]\d*$/.test(given) ? Number(given) : USUAL_WIDTH;
}
