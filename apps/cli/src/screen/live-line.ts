import { createLogUpdate } from 'log-update';
import stringWidth from 'string-width';
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

/** The last line of a terminal, drawn in place for as long as it lives; other lines go above it. */
export class LiveLine {
  readonly #output: Output;
  readonly #update: ReturnType<typeof createLogUpdate>;
  readonly #release: () => void;
  readonly #ended: () => void;
  #compose: Compose = () => '';
  #drawn = '';

  constructor({ output, onResize, ended }: LiveTerminal) {
    this.#output = output;
    this.#ended = ended;
    // The cursor stays: a killed process could not give it back.
    this.#update = createLogUpdate(unwrapped(output), { showCursor: true });
    this.#release = onResize(() => this.#resized());
  }

  draw(compose: Compose): void {
    this.#compose = compose;
    // A line that fills the last column would be broken by some terminals.
    this.#drawn = compose(Math.max(1, (this.#output.columns ?? 80) - 1));
    this.#update(this.#drawn);
  }

  /** Has something else written above the line. */
  above(write: () => void): void {
    this.#update.clear();
    write();
    this.#update(this.#drawn);
  }

  /** Leaves the line standing as it is. */
  end(): void {
    this.#release();
    this.#update.done();
    this.#ended();
  }

  /**
   * A terminal that gets narrower breaks what stands there into more rows, which log-update does not
   * know of: they are erased here, and it begins anew. What was on its way to the terminal meanwhile
   * has taken the place of the last of them, and no more, since it does not wrap.
   */
  #resized(): void {
    if (this.#drawn === '') return;
    const rows = Math.max(1, Math.ceil(stringWidth(this.#drawn) / (this.#output.columns ?? 80)));
    this.#output.write(`\u001b[${String(rows)}A\r\u001b[J`);
    this.#update.done();
    this.draw(this.#compose);
  }
}

/** A terminal that cuts what is too long for it, for as long as each text that is written. */
function unwrapped(output: Output): NodeJS.WritableStream {
  const stream: Output = {
    write: (text) => output.write(`\u001b[?7l${text}\u001b[?7h`),
    isTTY: true,
    get columns() {
      return output.columns;
    },
  };
  return stream as unknown as NodeJS.WritableStream;
}
