import type { Io, Output } from '../io.js';
import { redactor, type Redact } from '../log/redactor.js';
import { withoutAddresses } from '../log/without-addresses.js';
import { decorate } from './decorate.js';
import { LEVELS, type Level } from './levels.js';
import { LiveLine } from './live-line.js';
import { printable } from './printable.js';
import { styleOf, type Look, type Style } from './style.js';
import { drawTable, type Cell, type Table } from './table.js';

export interface ScreenOptions {
  /** Least level that is shown; with ERROR the console is quiet. */
  readonly level: Level;
  /** Texts that must never be shown. @default none */
  readonly secrets?: readonly string[];
  /** Colours, whatever the environment says: `--color`, `--no-color`. */
  readonly color?: boolean | undefined;
  /** Takes e-mail addresses out of all lines above DEBUG. @default false */
  readonly anonymous?: boolean;
  /** Where lines go that are no errors; stdout may belong to data. @default 'stdout' */
  readonly talk?: 'stdout' | 'stderr';
}

/** The console: lines from a level on. Errors go to stderr, all else to where the talk goes. */
export class Screen {
  readonly #talk: Channel;
  readonly #errors: Channel;
  readonly #from: number;
  readonly #redact: Redact;
  readonly #anonymous: boolean;
  readonly #onResize: Io['onResize'];
  /** A terminal that can't move its cursor. */
  readonly #dumb: boolean;
  #live: LiveLine | undefined;

  constructor(io: ScreenIo, options: ScreenOptions) {
    const { level, secrets = [], color: flag, talk = 'stdout', anonymous = false } = options;
    const channel = (output: Output): Channel => ({
      output,
      style: styleOf({ output, env: io.env, flag }),
    });
    this.#onResize = io.onResize;
    this.#dumb = io.env['TERM'] === 'dumb';
    this.#errors = channel(io.stderr);
    this.#talk = talk === 'stderr' ? this.#errors : channel(io.stdout);
    this.#from = LEVELS.indexOf(level);
    this.#redact = redactor(secrets);
    this.#anonymous = anonymous;
  }

  /** How the talk looks. */
  get style(): Style {
    return this.#talk.style;
  }

  /** Shows a line; without a look its beginning decides what is coloured. */
  line(level: Level, text: string, look?: Look): void {
    const { style } = this.#channel(level);
    this.#write(level, [decorate(printable(this.#hide(level, text)), style, look)]);
  }

  /** Shows a table. */
  table(level: Level, table: Table): void {
    const hidden = (cell: Cell): Cell =>
      typeof cell === 'string'
        ? this.#hide(level, cell)
        : { text: this.#hide(level, cell.text), look: cell.look };
    const rows = table.rows.map((row) => row.map(hidden));
    this.#write(level, drawTable({ ...table, rows }, this.#channel(level).style));
  }

  /** A line that is drawn in place, on a terminal that shows INFO: there lines go above it from now on. */
  live(): LiveLine | undefined {
    const { output } = this.#talk;
    if (!output.isTTY || this.#dumb || !this.shows('INFO')) return undefined;
    const live = new LiveLine({
      output,
      onResize: this.#onResize,
      ended: () => (this.#live = undefined),
    });
    this.#live = live;
    return live;
  }

  #hide(level: Level, text: string): string {
    const redacted = this.#redact(text);
    return this.#anonymous && level !== 'DEBUG' ? withoutAddresses(redacted) : redacted;
  }

  /** Whether lines of a level are shown. */
  shows(level: Level): boolean {
    return LEVELS.indexOf(level) >= this.#from;
  }

  #channel(level: Level): Channel {
    return level === 'ERROR' ? this.#errors : this.#talk;
  }

  #write(level: Level, lines: readonly string[]): void {
    if (!this.shows(level) || lines.length === 0) return;
    const write = () => this.#channel(level).output.write(`${lines.join('\n')}\n`);
    if (this.#live) this.#live.above(write);
    else write();
  }
}

/** What a screen needs of the world. */
export type ScreenIo = Pick<Io, 'stdout' | 'stderr' | 'env' | 'onResize'>;

interface Channel {
  readonly output: Output;
  readonly style: Style;
}
