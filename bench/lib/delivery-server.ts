import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { LATENCY_MS, LIMITS, RateWindow } from './iterable-limits.ts';

/*
 * Accepts profiles and events as Iterable documents it: each operation so many requests in any one
 * second, 429 above. Every reply takes its time. Any message is answered with what has arrived.
 */

/** What has arrived. */
export interface Arrived {
  /** Profiles and events that were accepted. */
  readonly records: number;
  /** Requests that were over the limit. */
  readonly refused: number;
}

const windows = new Map(Object.entries(LIMITS).map(([name, most]) => [name, new RateWindow(most)]));
const SUCCESS = { msg: '', code: 'Success', params: null };
const TOO_MANY = { msg: 'Too many requests', code: 'RateLimitExceeded', params: null };
let records = 0;
let refused = 0;

async function answer(request: IncomingMessage): Promise<[status: number, body: object]> {
  const name = request.url?.replace('/api/', '') ?? '';
  const accepted = windows.get(name)?.enter(performance.now()) ?? true;
  const count = (await textOf(request)).split('"email":').length - 1;
  await wait(LATENCY_MS);
  if (!accepted) {
    refused += 1;
    return [429, TOO_MANY];
  }
  if (name === 'users/getFields') return [200, { fields: {} }];
  records += count;
  return [200, /bulk/i.test(name) ? { successCount: count, failCount: 0 } : SUCCESS];
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
}

const server = createServer((request, response) => {
  void answer(request).then(([status, body]) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('message', () => process.send?.({ records, refused } satisfies Arrived));
process.on('disconnect', () => process.exit());
