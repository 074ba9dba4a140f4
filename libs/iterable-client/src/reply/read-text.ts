import type { Reply } from '../transport/reply.js';

/** A body's text; `whole` is false where the limit cut it. */
export interface BodyText {
  readonly text: string;
  readonly whole: boolean;
}

/** One for all: to make one costs more than to decode most replies. It keeps nothing between texts. */
const decoder = new TextDecoder();

/** Reads a body up to a limit in bytes, and lets go of the rest. */
export async function readText(reply: Reply, maxBytes: number): Promise<BodyText> {
  const { body, whole } = reply;
  if (body === null) {
    const bytes = whole ?? new Uint8Array();
    return { text: textOf([bytes.subarray(0, maxBytes)]), whole: bytes.byteLength <= maxBytes };
  }
  const reader = body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const chunks: Uint8Array[] = [];
  let room = maxBytes;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { text: textOf(chunks), whole: true };
    chunks.push(value.subarray(0, room));
    room -= value.byteLength;
    if (room < 0) {
      // The rest is of no use; that its connection may break is not news.
      reader.cancel().catch(() => undefined);
      return { text: textOf(chunks), whole: false };
    }
  }
}

/** All at once, so that characters which came in two pieces are whole. */
const textOf = (chunks: readonly Uint8Array[]): string =>
  decoder.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
