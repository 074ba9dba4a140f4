import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { Input } from '../io.js';

/**
 * What is typed, key by key. A terminal hands over in one piece what was typed or pasted while nobody
 * read, and a question takes from a piece what is its own and loses the rest: so each gets pieces of
 * one character, and what comes after its end waits for the next.
 */
export class TypedKeys extends Readable implements Disposable {
  readonly isTTY = true;
  readonly #input: Input;
  readonly #decoder = new StringDecoder('utf8');
  #last = '';

  constructor(input: Input) {
    super({ objectMode: true });
    this.#input = input;
    input.on('data', this.#typed).once('end', this.#ended);
  }

  setRawMode(mode: boolean): void {
    this.#input.setRawMode?.(mode);
  }

  override _read(): void {
    // What is typed comes when it is typed.
  }

  [Symbol.dispose](): void {
    this.#input.off('data', this.#typed).off('end', this.#ended).pause();
  }

  readonly #typed = (piece: Buffer | string): void => {
    for (const character of this.#decoder.write(piece)) {
      const pair = this.#last === '\r' && character === '\n';
      this.#last = character;
      // What was typed before the first question has come as a line.
      if (!pair) this.push(character === '\n' ? '\r' : character);
    }
  };

  readonly #ended = (): void => {
    this.push(null);
  };
}
