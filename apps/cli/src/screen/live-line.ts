import type { Io, Output } from '../io.js';

/** The terminal that a line is drawn on. */
export interface LiveTerminal {
  readonly output: Output;
  readonly onResize: Io['onResize'];
  /** Called when the line has ended. */
  readonly ended: () => void;
}

/** What is drawn, for so many columns at most. */
export type Compose = (columns: number) => string;

/** To the line's first column, and nothing left of what stands there and below. */
const ERASE = '\r\u001b[J';
/** A terminal cuts what is too long for it, instead of breaking it. */
const NO_WRAP = '\u001b[?7l';
const WRAP = '\u001b[?7h';
/** A terminal that can shows what is written between them at once. */
const HOLD = '\u001b[?2026h';
const SHOW = '\u001b[?2026l';

/**
 * The last line of a terminal, drawn in place for as long as it lives; other lines go above it.
 *
 * The cursor rests on the first cell of the line. A terminal that gets narrower may break the line
 * into several rows, at once or later, or cut it; none moves the cursor away from the text that it is
 * at, since shells draw their prompts from it. So what is to be erased always begins at the cursor.
 * Nothing is erased above it, where rows could only be counted by guessing what the terminal did.
 */
export class LiveLine {
  readonly #output: Output;
  readonly #release: () => void;
  readonly #ended: () => void;
  #compose: Compose = () => '';
  #drawn = '';
  /** What the terminal shows, and for how many columns. */
  #shown: string | undefined;

  constructor({ output, onResize, ended }: LiveTerminal) {
    this.#output = output;
    this.#ended = ended;
    this.#release = onResize(() => {
      this.#shown = undefined;
      this.draw(this.#compose);
    });
  }

  draw(compose: Compose): void {
    this.#compose = compose;
    // A line that fills the last column would be broken by some terminals.
    this.#drawn = compose(Math.max(1, (this.#output.columns ?? 80) - 1));
    if (this.#drawn !== this.#shown) this.#show('\r');
  }

  /** Has something else written above the line. */
  above(write: () => void): void {
    this.#output.write(ERASE);
    write();
    this.#show('\r');
  }

  /** Leaves the line standing as it is. */
  end(): void {
    this.#release();
    this.#show('\r\n');
    this.#ended();
  }

  #show(end: string): void {
    this.#shown = this.#drawn;
    this.#output.write(`${HOLD}${ERASE}${NO_WRAP}${this.#drawn}${WRAP}${end}${SHOW}`);
  }
}
