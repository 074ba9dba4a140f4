/** Rows come in messages of their own; a piece for the consumer has so many bytes, for each takes turns. */
const CHUNK_BYTES = 262_144;
/** So many may wait for the consumer before the connection is told to. */
const HIGH_WATER = 4;

/** What happens on the connection. */
export interface Flow {
  pause(): void;
  resume(): void;
}

/** Bytes from a connection on their way to a consumer that may be slower. */
export class ChunkQueue implements AsyncIterable<Uint8Array> {
  readonly #flow: Flow;
  readonly #chunks: Buffer[] = [];
  #open: Buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  #length = 0;
  #outcome: { readonly error?: unknown } | undefined;
  #wake: () => void = () => undefined;

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  /** Takes bytes, and copies them: node-postgres uses their memory again. */
  push(bytes: Buffer): void {
    if (this.#length + bytes.length > this.#open.length) this.#flush();
    if (bytes.length > CHUNK_BYTES) this.#add(Buffer.from(bytes));
    else this.#length += bytes.copy(this.#open, this.#length);
  }

  /** There will be no more. */
  end(outcome: { readonly error?: unknown } = {}): void {
    this.#flush();
    this.#outcome = outcome;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const chunk = this.#chunks.shift();
      if (chunk !== undefined) {
        if (this.#chunks.length < HIGH_WATER) this.#flow.resume();
        yield chunk;
      } else if (this.#outcome === undefined) {
        await new Promise<void>((resolve) => (this.#wake = resolve));
      } else {
        if ('error' in this.#outcome) throw this.#outcome.error;
        return;
      }
    }
  }

  #flush(): void {
    if (this.#length === 0) return;
    this.#add(this.#open.subarray(0, this.#length));
    this.#open = Buffer.allocUnsafe(CHUNK_BYTES);
    this.#length = 0;
  }

  #add(chunk: Buffer): void {
    this.#chunks.push(chunk);
    if (this.#chunks.length >= HIGH_WATER) this.#flow.pause();
    this.#wake();
  }
}
