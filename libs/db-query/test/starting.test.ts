import { createServer, connect, type AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { failureOf, openFor, useTestDatabase } from './support.js';

const fixture = useTestDatabase();

/** A server that says so many times that it is starting up, and then is the real one. */
async function startingServer(refusals: number): Promise<{ url: string; asked: () => number }> {
  const real = new URL(fixture.url);
  let asked = 0;
  const fields = 'SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0';
  const reply = Buffer.alloc(5 + fields.length);
  reply.write('E');
  reply.writeInt32BE(4 + fields.length, 1);
  reply.write(fields, 5);
  const server = createServer((socket) => {
    asked += 1;
    socket.on('error', () => undefined);
    if (asked <= refusals) {
      socket.once('data', () => socket.end(reply));
      return;
    }
    const behind = connect(Number(real.port), real.hostname);
    behind.on('error', () => undefined);
    socket.pipe(behind).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: Object.assign(new URL(real), { port: String(port) }).href, asked: () => asked };
}

describe('a server that is starting up', () => {
  test('is waited for', async () => {
    const { url, asked } = await startingServer(2);
    const database = openFor(url);
    expect(await database.check()).toHaveProperty('serverVersion');
    expect(asked()).toBe(3);
  });

  test('is not waited for without time for it', async () => {
    const { url, asked } = await startingServer(9);
    const error = await failureOf(openFor(url, { startupTimeoutMs: 0 }).check());
    expect(error).toMatchObject({ code: 'SERVER_STARTING', sqlState: '57P03' });
    expect(asked()).toBe(1);
  });

  test('is waited for until the signal says stop', async () => {
    const { url } = await startingServer(Number.POSITIVE_INFINITY);
    const stop = new AbortController();
    const check = failureOf(openFor(url).check({ signal: stop.signal }));
    setTimeout(() => stop.abort(), 50);
    expect(await check).toMatchObject({ code: 'CANCELLED' });
  });
});
