import { createServer as createSecureServer } from 'node:https';
import { createServer, type RequestListener } from 'node:http';
import type { Server } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IterableNetworkError, type CallFacts } from '@org/iterable-client';
import { createSandbox } from '@org/iterable-sandbox';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DATA_CENTERS } from '../../src/doctor/data-centers.js';
import { clock } from '../../src/doctor/checks/clock.js';
import { iterable } from '../../src/doctor/checks/iterable.js';
import { profileAccess } from '../../src/doctor/checks/profile-access.js';
import { keyOnly } from '../../src/doctor/key-only.js';
import { questionsTo } from '../../src/doctor/questions.js';

const CERTIFICATE = join(import.meta.dirname, '../../../../libs/db-query/test/fixtures/tls');
const by = { auth: keyOnly('a-key'), signal: AbortSignal.timeout(60_000) };

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as { port: number }).port;
}

const questionsAt = (baseUrl: string) =>
  questionsTo({ location: { baseUrl }, dataCenters: DATA_CENTERS, now: Date.now });

async function judge(answer: RequestListener) {
  const baseUrl = `http://127.0.0.1:${String(await portOf(createServer(answer)))}/proxy`;
  return { baseUrl, asked: await questionsAt(baseUrl).fields(by) };
}

/** A reply as Iterable makes them. */
const json =
  (status: number, body: object): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };

describe('Iterable', () => {
  it.each([
    ['fields', 200, { fields: {} }],
    ['a refusal', 401, { code: 'BadApiKey', msg: 'Invalid API key' }],
    ['a limit', 429, { code: 'RateLimitExceeded', msg: 'slower' }],
  ])('is there where it answers as it does: %s', async (_name, status, body) => {
    const { asked, baseUrl } = await judge(json(status, body));
    expect(iterable(asked)).toMatchObject({ status: 'ok', found: `${baseUrl} answers` });
  });

  it.each<[string, RequestListener, string, string]>([
    ['trouble of its own', json(503, {}), 'answers HTTP 503', 'again later'],
    ['another path', json(404, { code: 'NotFound' }), 'not as Iterable does', 'ITERABLE_BASE_URL'],
    [
      'a page of a proxy',
      (_, response) => response.setHeader('content-type', 'text/html').end('<html></html>'),
      'HTTP 200, and not as Iterable does',
      'a proxy',
    ],
    [
      'a redirect to a login',
      (_, response) => response.writeHead(302, { location: 'https://login.example.com' }).end(),
      'HTTP 302, and not as Iterable does',
      'a proxy',
    ],
    ['a broken connection', ({ socket }) => socket.destroy(), "can't be reached", 'network'],
  ])('is not, with %s', async (_name, answer, found, advice) => {
    const { asked } = await judge(answer);
    expect(iterable(asked)).toMatchObject({
      status: 'failed',
      found: expect.stringContaining(found),
      advice: expect.stringContaining(advice),
    });
  });

  it('behind a certificate that is not trusted', async () => {
    const file = (name: string): Buffer => readFileSync(join(CERTIFICATE, name));
    const server = createSecureServer({ cert: file('server.pem'), key: file('server.key') });
    const asked = await questionsAt(`https://localhost:${String(await portOf(server))}`).fields(by);
    expect(iterable(asked)).toMatchObject({
      status: 'failed',
      advice: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
    });
  });

  it.each([
    ['ENOTFOUND', 'name server'],
    ['EAI_AGAIN', 'name server'],
    ['ECONNREFUSED', 'nothing listens there'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'NODE_EXTRA_CA_CERTS'],
    ['EHOSTUNREACH', 'firewall'],
    [undefined, 'firewall'],
  ])('out of reach with %s: what to do', (systemCode, advice) => {
    const facts = { operation: 'users/getFields', attempts: 1, retryable: true, effect: 'none' };
    const cause = new Error('what the system says');
    const error = new IterableNetworkError('no reply', facts as CallFacts, cause, systemCode);
    expect(iterable({ baseUrl: 'https://api.iterable.com', error })).toEqual({
      status: 'failed',
      found: "https://api.iterable.com can't be reached: what the system says",
      advice: expect.stringContaining(advice),
    });
  });
});

it('a clock is not compared with a server that does not tell the time', async () => {
  const { asked } = await judge((_, response) => {
    response.sendDate = false;
    response.setHeader('content-type', 'application/json').end('{"fields":{}}');
  });
  expect(clock(asked.reply, {}).status).toBe('skipped');
});

describe('profiles', () => {
  const ada = { email: 'ada@example.com' };

  it.each([{ email: 'ada@example.com' }, { userId: 'u-1' }])('are asked for by %j', async (who) => {
    const sandbox = await createSandbox({ apiKeys: [{ key: 'a-key' }] });
    onTestFinished(() => sandbox.close());
    const asked = await questionsAt(sandbox.url).profile(who, by);
    expect(profileAccess(asked)).toMatchObject({ status: 'ok' });
    expect(sandbox.requests).toMatchObject([{ method: 'GET', query: who }]);
  });

  it.each([
    [403, 'failed'],
    [429, 'warning'],
    [400, 'warning'],
  ])('HTTP %i: %s', async (status, expected) => {
    const server = createServer(json(status, { code: 'SomeCode', msg: 'no' }));
    const baseUrl = `http://127.0.0.1:${String(await portOf(server))}`;
    const finding = profileAccess(await questionsAt(baseUrl).profile(ada, by));
    expect(finding.status).toBe(expected);
    expect(finding.advice).toBeDefined();
  });
});
