import xterm from '@xterm/headless';
import { EventEmitter } from 'node:events';
import { capturedIo } from '../captured-io.js';

/**
 * What a terminal that gets narrower or wider does with the lines that stand there: it breaks them
 * anew, all of them or all but the cursor's, or it cuts them.
 */
export type Reflow = 'all' | 'all but the cursor’s' | 'none';

const ROWS = 24;

/** A terminal that gets what is written when it is told to, and a program that hears of its size likewise. */
export class LaggingTerminal {
  readonly #terminal: InstanceType<typeof xterm.Terminal>;
  readonly #events = new EventEmitter();
  readonly #onItsWay: string[] = [];
  #known: number;

  constructor(columns: number, reflow: Reflow) {
    this.#known = columns;
    this.#terminal = new xterm.Terminal({
      cols: columns,
      rows: ROWS,
      scrollback: 10_000,
      allowProposedApi: true,
      convertEol: true,
      reflowCursorLine: reflow === 'all',
      // The old console of Windows is one that cuts.
      ...(reflow === 'none' && { windowsPty: { backend: 'winpty' } }),
    });
  }

  /** The world of a program whose console it is. */
  get io() {
    const output = {
      write: (text: string) => this.#onItsWay.push(text),
      isTTY: true,
      columns: 0,
    };
    Object.defineProperty(output, 'columns', { get: () => this.#known });
    return capturedIo({
      stdout: output,
      stderr: output,
      onResize: (callback) => {
        this.#events.on('resize', callback);
        return () => this.#events.off('resize', callback);
      },
    }).io;
  }

  /**
   * Some of what is on its way arrives: so many whole writes, and then so many characters of the next
   * if that draws. Plain lines arrive whole: half of one, broken anew, this emulator goes on at the
   * column where the cursor was, over the line's own beginning.
   */
  async arrive(writes: number, characters = 0): Promise<void> {
    const whole = this.#onItsWay.splice(0, writes).join('');
    const [next = ''] = this.#onItsWay;
    const some = next.includes('\u001b') ? next.slice(0, characters) : '';
    if (some !== '') this.#onItsWay[0] = next.slice(some.length);
    await this.#draw(whole + some);
  }

  /** All of it arrives. */
  arriveAll(): Promise<void> {
    return this.arrive(this.#onItsWay.length);
  }

  resize(columns: number): void {
    this.#terminal.resize(columns, ROWS);
  }

  /** The program hears of the size. */
  tellSize(): void {
    this.#known = this.#terminal.cols;
    this.#events.emit('resize');
  }

  /** The lines that are on the screen and above it, each as long as it is however the terminal breaks it. */
  lines(): string[] {
    const { active } = this.#terminal.buffer;
    const lines: string[] = [];
    for (let row = 0; row < active.length; row += 1) {
      const line = active.getLine(row);
      const text = line?.translateToString(true) ?? '';
      if (line?.isWrapped) lines.push(`${lines.pop() ?? ''}${text}`);
      else lines.push(text);
    }
    return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
  }

  #draw(text: string): Promise<void> {
    return new Promise((resolve) => this.#terminal.write(text, resolve));
  }
}
