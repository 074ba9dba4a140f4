import { readFile } from 'node:fs/promises';
import nock from 'nock';
import { describe, expect, it } from 'vitest';
import type { IterableClient } from '../src/index.js';
import type { Contract, ContractOperation } from '../tools/generator/contract.js';
import { AWKWARD, fieldsSample, replySample, sampleOf } from './samples.js';
import { API_KEY, scriptedClient } from './scripted-client.js';

const API = 'https://api.iterable.com';
const contract = JSON.parse(
  await readFile(new URL('../contract/iterable-api.json', import.meta.url), 'utf8'),
) as Contract;
const operations = contract.operations.map(
  (operation) => [`${operation.group}.${operation.name}`, operation] as const,
);

type Method = (...args: unknown[]) => Promise<unknown> | AsyncIterable<unknown>;

/** A method by the names a user would write. */
function methodOf(client: IterableClient, group: string, name: string): Method {
  const methods = (client as unknown as Record<string, Record<string, Method>>)[group];
  const method = methods?.[name];
  if (method === undefined) throw new Error(`there is no ${group}.${name}`);
  return method;
}

/** What a call of an operation is given, and what should arrive. */
function exchangeOf(operation: ContractOperation): {
  readonly args: unknown[];
  readonly target: string;
  readonly body: unknown;
} {
  const { path, pathParams = {}, query, body } = operation;
  const inPath = Object.entries(pathParams).map(([name, type]) => {
    const sample = type === 'string' ? AWKWARD : sampleOf(contract, type).given;
    return [name, sample] as const;
  });
  const filled = inPath.reduce(
    (text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(String(value))),
    path,
  );
  const asked = query && fieldsSample(contract, query);
  const search = new URLSearchParams(
    Object.entries((asked?.sent ?? {}) as object).flatMap(([name, value]: [string, unknown]) =>
      (Array.isArray(value) ? value : [value]).map((each): [string, string] => [
        name,
        String(each),
      ]),
    ),
  );
  const sample = body === undefined ? undefined : sampleOf(contract, body);
  return {
    args: [
      ...inPath.map(([, value]) => value),
      ...(asked ? [asked.given] : []),
      ...(sample ? [sample.given] : []),
    ],
    target: filled + (search.size > 0 ? `?${search.toString()}` : ''),
    body: sample?.sent,
  };
}

async function settled(result: Promise<unknown> | AsyncIterable<unknown>): Promise<unknown> {
  return Symbol.asyncIterator in result ? Array.fromAsync(result) : result;
}

describe('each operation', () => {
  it.each(operations)('%s sends its method, path, query and body', async (_, operation) => {
    const { args, target, body } = exchangeOf(operation);
    const reply = replySample(operation);
    const seen: { method: string; url: string; headers: Headers; body: string }[] = [];
    nock(API)
      .intercept(/^/, operation.method)
      .reply(async (request: Request) => {
        const { method, url, headers } = request;
        seen.push({ method, url, headers, body: await request.text() });
        return [reply.status, reply.text];
      });
    const { client } = scriptedClient();
    const result = methodOf(client, operation.group, operation.name)(...args);
    await expect(settled(result)).resolves.toEqual(reply.value);
    expect(seen).toHaveLength(1);
    const [request] = seen;
    expect(request?.method).toBe(operation.method);
    expect(request?.url).toBe(API + target);
    expect(request?.headers.get('api-key')).toBe(API_KEY);
    expect(request?.body === '' ? undefined : JSON.parse(request?.body ?? '')).toEqual(body);
  });

  it.each(operations)('%s takes options as its last argument', async (_, operation) => {
    const { args } = exchangeOf(operation);
    const { client, events } = scriptedClient();
    const options = { signal: AbortSignal.abort() };
    const result = methodOf(client, operation.group, operation.name)(...args, options);
    await expect(settled(result)).rejects.toMatchObject({ code: 'ABORTED', attempts: 0 });
    expect(events.map(({ name }) => name)).toEqual(['onFailure']);
  });

  it.each(operations.filter(([, { query }]) => query !== undefined))(
    '%s refuses a parameter that its query does not have',
    async (_, operation) => {
      const { pathParams = {}, query } = operation;
      const { given } = fieldsSample(contract, query ?? {});
      const args = [
        ...Object.keys(pathParams).map(() => '1'),
        { ...(given as object), pagesize: 1 },
      ];
      const { client } = scriptedClient();
      const result = methodOf(client, operation.group, operation.name)(...args);
      await expect(settled(result)).rejects.toThrow(/query: unknown option "pagesize"/);
    },
  );
});

describe('operations that may not be repeated', () => {
  const unsafe = operations.filter(([, { repeatable }]) => repeatable === 'no');

  it.each(unsafe)('%s is not repeated after a 503, and is after a 429', async (_, operation) => {
    const { args } = exchangeOf(operation);
    const reply = replySample(operation);
    nock(API).intercept(/^/, operation.method).reply(429, '');
    nock(API).intercept(/^/, operation.method).reply(reply.status, reply.text);
    nock(API).intercept(/^/, operation.method).reply(503, 'busy');
    const { client } = scriptedClient();
    const method = methodOf(client, operation.group, operation.name);
    await settled(method(...args));
    await expect(settled(method(...args))).rejects.toMatchObject({
      status: 503,
      attempts: 1,
      effect: 'unknown',
    });
  });

  it('are all that send something, count something or make something without a key of its own', () => {
    expect(unsafe.map(([name]) => name).sort()).toMatchInlineSnapshot(`
      [
        "campaigns.create",
        "campaigns.schedule",
        "campaigns.send",
        "campaigns.trigger",
        "commerce.updateCart",
        "email.target",
        "events.consumeInApp",
        "events.trackEmbeddedClick",
        "events.trackEmbeddedReceived",
        "events.trackEmbeddedSession",
        "events.trackInAppClick",
        "events.trackInAppClose",
        "events.trackInAppDelivery",
        "events.trackInAppOpen",
        "events.trackPushOpen",
        "events.trackWebPushClick",
        "export.start",
        "inApp.target",
        "lists.create",
        "push.target",
        "sms.target",
        "snippets.create",
        "subscriptions.subscribeToDoubleOptIn",
        "templates.proofEmail",
        "templates.proofInApp",
        "templates.proofPush",
        "templates.proofSms",
        "verify.beginSms",
        "verify.checkSms",
        "webPush.target",
        "whatsApp.target",
        "workflows.trigger",
      ]
    `);
  });
});
