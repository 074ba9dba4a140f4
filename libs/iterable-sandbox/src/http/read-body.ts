import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

/** How reading a body ended. */
export type BodyOutcome =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'not-utf8' }
  | { readonly kind: 'too-large' }
  /** The sender went away or was too slow. */
  | { readonly kind: 'broken' };

/** What is read and thrown away of a body beyond the limit, as a multiple of the limit. */
const DRAIN_FACTOR = 16;

/**
 * Reads a body up to `limit` bytes. What comes beyond is read and dropped for a while, so that a
 * sender that has not finished still reads its reply instead of a reset.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<BodyOutcome> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= limit) chunks.push(chunk);
      else {
        chunks.length = 0;
        if (bytes > limit * DRAIN_FACTOR) {
          request.pause();
          resolve({ kind: 'too-large' });
        }
      }
    });
    request.on('end', () => {
      if (bytes > limit) resolve({ kind: 'too-large' });
      else resolve(decode(chunks));
    });
    // Also after 'end', where the promise is settled already.
    request.on('error', () => resolve({ kind: 'broken' }));
    request.on('close', () => resolve({ kind: 'broken' }));
  });
}

function decode(chunks: readonly Buffer[]): BodyOutcome {
  const [first] = chunks;
  if (!first) return { kind: 'text', text: '' };
  const whole = chunks.length === 1 ? first : Buffer.concat(chunks);
  return isUtf8(whole) ? { kind: 'text', text: whole.toString('utf8') } : { kind: 'not-utf8' };
}
