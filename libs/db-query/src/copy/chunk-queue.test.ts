import { expect, it } from 'vitest';
import { ChunkQueue, type Flow } from './chunk-queue.js';

/** Of a connection: whether it is to wait. */
function flow(): Flow & { readonly paused: boolean } {
  let paused = false;
  return {
    pause: () => void (paused = true),
    resume: () => void (paused = false),
    get paused() {
      return paused;
    },
  };
}

it('hands on every byte in its place, whatever the size of what comes', async () => {
  const queue = new ChunkQueue(flow());
  const sizes = [1, 262_143, 1, 262_144, 262_145, 0, 1_000_000, 7];
  const pieces = sizes.map((size, index) => Buffer.alloc(size, index + 1));
  for (const piece of pieces) {
    const borrowed = Buffer.from(piece);
    queue.push(borrowed);
    borrowed.fill(0);
  }
  queue.end();
  expect(Buffer.concat(await Array.fromAsync(queue)).equals(Buffer.concat(pieces))).toBe(true);
});

it('makes the connection wait while the consumer does not take what has come', async () => {
  const connection = flow();
  const queue = new ChunkQueue(connection);
  for (let count = 0; count < 4; count += 1) queue.push(Buffer.alloc(300_000));
  expect(connection.paused).toBe(true);
  const chunks = queue[Symbol.asyncIterator]();
  await chunks.next();
  expect(connection.paused).toBe(false);
  await chunks.return?.();
});

it('tells an error after all that came before it', async () => {
  const queue = new ChunkQueue(flow());
  queue.push(Buffer.from('row\n'));
  const error = new Error('lost');
  queue.end({ error });
  const chunks = queue[Symbol.asyncIterator]();
  expect((await chunks.next()).value).toEqual(Buffer.from('row\n'));
  await expect(chunks.next()).rejects.toBe(error);
});
