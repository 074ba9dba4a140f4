import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Answer, type TestServer, startServer } from './http-server.js';
import { scriptedClient } from './scripted-client.js';
import { answerText, records, untilError } from './stream-answers.js';

/** Sends as much as it is let; tells how much that was when the connection closes. */
function endless(): { answer: Answer; closed: Promise<number> } {
  const { promise: closed, resolve: tell } = Promise.withResolvers<number>();
  const line = `{"text":"${'x'.repeat(1000)}"}\n`;
  let made = 0;
  function* lines(): Generator<string> {
    for (;;) {
      made += line.length;
      yield line;
    }
  }
  const answer: Answer = (reply) => {
    reply.once('close', () => tell(made));
    Readable.from(lines()).pipe(reply);
  };
  return { answer, closed };
}

const withClient = (server: TestServer): ReturnType<typeof scriptedClient>['client'] =>
  scriptedClient({ baseUrl: server.url }).client;

describe('the connection of a stream', () => {
  it('is closed when the loop is left early, and the call has succeeded', async () => {
    const { answer, closed } = endless();
    await using server = await startServer(answer);
    const client = withClient(server);
    for await (const record of client.export.eachRecord(records)) {
      expect(record).toHaveProperty('text');
      break;
    }
    expect(await closed).toBeGreaterThan(0);
    expect(client.statistics()['export/data.json']).toMatchObject({ succeeded: 1, failed: 0 });
  });

  it('is closed when the loop throws', async () => {
    const { answer, closed } = endless();
    await using server = await startServer(answer);
    const loop = async (): Promise<void> => {
      for await (const bytes of withClient(server).export.csvBytes(records)) {
        throw new RangeError(`${bytes.byteLength > 0}`);
      }
    };
    await expect(loop()).rejects.toThrow(new RangeError('true'));
    await closed;
  });

  it('is closed by an abort while nobody reads, and the next step throws', async () => {
    const { answer, closed } = endless();
    await using server = await startServer(answer);
    const controller = new AbortController();
    const { signal } = controller;
    const steps = withClient(server).export.eachRecord(records, { signal })[Symbol.asyncIterator]();
    await steps.next();
    controller.abort(new Error('enough'));
    await closed;
    await expect(steps.next()).rejects.toMatchObject({
      code: 'ABORTED',
      cause: { message: 'enough' },
    });
    await expect(steps.next()).resolves.toMatchObject({ done: true });
  });

  it('is closed by an abort while somebody waits', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: closed, resolve: close } = Promise.withResolvers<void>();
    await using server = await startServer((reply) => {
      reply.once('close', close);
      reply.write('{"n":1}\n');
      begin();
    });
    const controller = new AbortController();
    const { signal } = controller;
    const all = untilError(withClient(server).export.eachRecord(records, { signal }));
    await begun;
    await wait(20);
    controller.abort();
    const { items, error } = await all;
    expect(items).toEqual([{ n: 1 }]);
    expect(error).toMatchObject({ code: 'ABORTED', retryable: false });
    await closed;
  });

  it('leaves no listener on a signal that lives on', async () => {
    await using server = await startServer(answerText('{"n":1}\n'));
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal) as (...args: unknown[]) => void;
    const remove = signal.removeEventListener.bind(signal) as (...args: unknown[]) => void;
    Object.assign(signal, {
      addEventListener: (...args: unknown[]) => ((listeners += 1), add(...args)),
      removeEventListener: (...args: unknown[]) => ((listeners -= 1), remove(...args)),
    });
    await Array.fromAsync(withClient(server).export.eachRecord(records, { signal }));
    expect(listeners).toBe(0);
  });

  it('is slowed down by a slow reader: what is not read is not sent', async () => {
    const { answer, closed } = endless();
    await using server = await startServer(answer);
    const steps = withClient(server).export.eachRecord(records)[Symbol.asyncIterator]();
    await steps.next();
    await wait(300);
    await steps.return?.();
    // The buffers of two sockets and of a stream; a reader without brakes gets a gigabyte.
    expect(await closed).toBeLessThan(32 * 1024 * 1024);
  });

  it('holds no more than a piece of a long stream', async () => {
    const { answer } = endless();
    await using server = await startServer(answer);
    const seen: number[] = [];
    let bytes = 0;
    for await (const piece of withClient(server).export.csvBytes(records)) {
      const before = Math.floor(bytes / 2 ** 26);
      bytes += piece.byteLength;
      if (Math.floor(bytes / 2 ** 26) > before) seen.push(process.memoryUsage().arrayBuffers);
      if (bytes > 2 ** 28) break;
    }
    expect(seen).toHaveLength(4);
    expect(Math.max(...seen)).toBeLessThan(2 ** 26);
  });
});
