/** A body's text; `whole` is false where the limit cut it. */
export interface BodyText {
  readonly text: string;
  readonly whole: boolean;
}

/** Reads a body up to a limit in bytes, and lets go of the rest. */
export async function readText(response: Response, maxBytes: number): Promise<BodyText> {
  if (response.body === null) return { text: await response.text(), whole: true };
  const decoder = new TextDecoder();
  const reader = response.body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { text: text + decoder.decode(), whole: true };
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      const room = value.byteLength - (bytes - maxBytes);
      // The rest is of no use; that its connection may break is not news.
      reader.cancel().catch(() => undefined);
      return { text: text + decoder.decode(value.subarray(0, room)), whole: false };
    }
    text += decoder.decode(value, { stream: true });
  }
}
