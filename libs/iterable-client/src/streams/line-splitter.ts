/** A line of more characters is taken for a reply that has no lines. */
const LONGEST = 16 * 1024 * 1024;

/** Puts lines together from pieces of bytes, and holds no more than one unfinished line. */
export class LineSplitter {
  readonly #decoder = new TextDecoder();
  #parts: string[] = [];
  #length = 0;

  /** The lines that this piece ends; `undefined` where a line is longer than anybody could hold. */
  push(bytes: Uint8Array): string[] | undefined {
    return this.#split(this.#decoder.decode(bytes, { stream: true }));
  }

  /** What is left when there are no more pieces: a last line without an end. */
  end(): string[] | undefined {
    const lines = this.#split(this.#decoder.decode());
    return lines && [...lines, ...this.#take('')];
  }

  #split(text: string): string[] | undefined {
    const lines: string[] = [];
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      lines.push(...this.#take(text.slice(from, end)));
      from = end + 1;
    }
    const rest = text.slice(from);
    this.#length += rest.length;
    if (this.#length > LONGEST) return undefined;
    if (rest !== '') this.#parts.push(rest);
    return lines;
  }

  /** The line whose end has come; none where it is empty. */
  #take(last: string): string[] {
    const line = [...this.#parts, last].join('').replace(/\r$/, '');
    this.#parts = [];
    this.#length = 0;
    return line === '' ? [] : [line];
  }
}
