import { setTimeout as wait } from 'node:timers/promises';
import { IterableError } from '../src/index.js';
import type { Answer } from './http-server.js';

/** What is exported. */
export const records = { dataTypeName: 'emailSend', range: 'All' } as const;

/** The items before the end, and the error that was the end. */
export async function untilError(
  items: AsyncIterable<unknown>,
): Promise<{ items: unknown[]; error: unknown }> {
  const found: unknown[] = [];
  try {
    for await (const item of items) found.push(item);
  } catch (error) {
    if (!(error instanceof IterableError)) throw error;
    return { items: found, error };
  }
  throw new Error('it should have failed');
}

/** Answers with a text in pieces. */
export const answerText =
  (...pieces: string[]): Answer =>
  async (reply) => {
    for (const piece of pieces) {
      reply.write(piece);
      await wait(5);
    }
    reply.end();
  };
