import { Writable } from 'node:stream';
import type { Io } from '../io.js';
import { styleOf } from '../screen/style.js';

/** Colours, and nothing else that a terminal is told. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const COLORS = /\u001b\[[\d;]*m/g;

/** The console as a stream that prompts can be drawn on. */
export class PromptOutput extends Writable implements Disposable {
  readonly isTTY = true;
  readonly #io: Pick<Io, 'stdout'>;
  readonly #release: () => void;
  readonly #color: boolean;

  constructor(io: Pick<Io, 'stdout' | 'onResize' | 'env'>, color: boolean | undefined) {
    super({ decodeStrings: false });
    this.#io = io;
    this.#color = styleOf({ output: io.stdout, env: io.env, flag: color }).color;
    this.#release = io.onResize(() => this.emit('resize'));
  }

  get columns(): number {
    return this.#io.stdout.columns ?? 80;
  }

  override _write(text: unknown, _encoding: string, done: () => void): void {
    const drawn = String(text);
    this.#io.stdout.write(this.#color ? drawn : drawn.replaceAll(COLORS, ''));
    done();
  }

  [Symbol.dispose](): void {
    this.#release();
  }
}
