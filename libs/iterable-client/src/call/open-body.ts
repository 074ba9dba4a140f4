import type { Masks } from '../reply/excerpt.js';
import type { Reply } from '../transport/reply.js';
import { TIME_IS_UP } from './attempt.js';
import { untilAborted } from './until-aborted.js';

/** What a body is read with. */
export interface OpenBodyInput {
  readonly response: Reply;
  /** Ends the connection. */
  readonly controller: AbortController;
  /** Lets go of the caller's signal. */
  readonly release: () => void;
  /** How long the body may be silent while somebody waits for it. */
  readonly idleMs: number;
  readonly masks: Masks;
}

/** The body of a good reply that is read bit by bit, as its reader asks for more. */
export class OpenBody {
  readonly response: Reply;
  /** Bytes read so far. */
  bytes = 0;
  readonly #input: OpenBodyInput;
  #closed = false;

  constructor(input: OpenBodyInput) {
    this.response = input.response;
    this.#input = input;
  }

  /** Whether the reading ended because the body was silent for too long. */
  get silent(): boolean {
    return this.#input.controller.signal.reason === TIME_IS_UP;
  }

  /** What must not be told of it. */
  get masks(): Masks {
    return this.#input.masks;
  }

  /** How long the body may be silent, in milliseconds. */
  get idleMs(): number {
    return this.#input.idleMs;
  }

  /** The bytes in pieces. Leaving early closes the connection. */
  async *chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    const { body, whole: bytes } = this.response;
    if (bytes !== undefined) {
      this.bytes = bytes.byteLength;
      yield bytes;
    }
    if (body === null) return this.close(true);
    const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    let whole = false;
    try {
      for (;;) {
        const { done, value } = await this.#inTime(() => reader.read());
        whole = done;
        if (done) return;
        this.bytes += value.byteLength;
        yield value;
      }
    } finally {
      // Nobody will read the rest; that its connection may break is not news.
      if (!whole) reader.cancel().catch(() => undefined);
      this.close(whole);
    }
  }

  /** Closes the connection, unless the body was read to its end. */
  close(whole = false): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#input.release();
    if (!whole) this.#input.controller.abort();
  }

  async #inTime<Value>(work: () => Promise<Value>): Promise<Value> {
    const { controller, idleMs } = this.#input;
    const timer = setTimeout(() => controller.abort(TIME_IS_UP), idleMs);
    try {
      return await untilAborted(controller.signal, work);
    } finally {
      clearTimeout(timer);
    }
  }
}
