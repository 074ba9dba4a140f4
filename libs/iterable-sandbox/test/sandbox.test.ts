import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createSandbox, SandboxError, type SandboxOptions } from '../src/index.js';
import { call, KEY, startSandbox, track, updateUser } from './support.js';

const keys = [{ key: KEY }];

describe('options', () => {
  it.each<[unknown, string]>([
    [undefined, 'createSandbox must be an object; received undefined.'],
    [{}, 'apiKeys must be an array with at least one { key }; received undefined.'],
    [{ apiKeys: [] }, 'at least one { key }'],
    [{ apiKeys: ['top secret'] }, 'apiKeys[0] must be an object; received string.'],
    [{ apiKeys: [{}] }, 'apiKeys[0].key must be visible ASCII characters; received undefined.'],
    [{ apiKeys: [{ key: 'top secret' }] }, 'received another string.'],
    [{ apiKeys: [{ key: 'k', jwtSecret: ' ' }] }, 'apiKeys[0].jwtSecret must be a string'],
    [
      { apiKeys: [{ key: 'k', secret: 'top secret' }] },
      "has no 'secret'; did you mean 'jwtSecret'?",
    ],
    [{ apiKeys: [...keys, ...keys] }, 'has the same key twice'],
    [{ apiKeys: keys, prot: 1 }, "has no 'prot'; did you mean 'port'?"],
    [{ apiKeys: keys, zzz: 1 }, "has no 'zzz'; known: apiKeys, port"],
    [
      { apiKeys: keys, port: 65_536 },
      "port must be a whole number from 0 to 65535; received '65536'.",
    ],
    [{ apiKeys: keys, port: '80' }, "received '80'"],
    [{ apiKeys: keys, host: '' }, 'host must be a string'],
    [
      { apiKeys: keys, projectType: 'mail' },
      "one of 'hybrid', 'email', 'userId'; received 'mail'.",
    ],
    [{ apiKeys: keys, dataCenter: 'de' }, "dataCenter must be one of 'us', 'eu'; received 'de'."],
    [
      { apiKeys: keys, dataCenter: 'eu', projectType: 'email' },
      "projectType must be 'hybrid' or 'userId' where dataCenter is 'eu'",
    ],
    [
      { apiKeys: [{ key: 'k', dataCenter: 'top secret' }] },
      "apiKeys[0].dataCenter must be one of 'us', 'eu'; received another string.",
    ],
    [{ apiKeys: keys, createNewFields: 'no' }, 'createNewFields must be a boolean'],
    [{ apiKeys: keys, now: 5 }, "now must be a function; received '5'."],
    [{ apiKeys: keys, maxBodyBytes: 0 }, 'maxBodyBytes must be'],
    [{ apiKeys: keys, requestTimeoutMs: 0.5 }, 'requestTimeoutMs must be'],
    [{ apiKeys: keys, processingDelayMs: -1 }, 'processingDelayMs must be'],
    [{ apiKeys: [{ key: 'k', readOnly: 1 }] }, 'apiKeys[0].readOnly must be a boolean'],
    [{ apiKeys: [{ key: 'k', readOnly: true, jwtSecret: 's' }] }, 'cannot be both'],
    [{ apiKeys: keys, journalEntries: -1 }, 'journalEntries must be'],
    [{ apiKeys: keys, journalBodyChars: NaN }, 'journalBodyChars must be'],
  ])('%j are refused before anything listens', async (options, message) => {
    const error: unknown = await createSandbox(options as SandboxOptions).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message).toContain(message);
    expect(inspect(error)).not.toContain('top secret');
  });

  it('that are undefined stand for their defaults', async () => {
    const options = {
      apiKeys: keys,
      port: undefined,
      host: undefined,
    } as unknown as SandboxOptions;
    await using sandbox = await createSandbox(options);
    expect(new URL(sandbox.url).hostname).toBe('127.0.0.1');
  });

  it('can change afterwards without effect', async () => {
    const apiKeys = [{ key: KEY }];
    await using sandbox = await createSandbox({ apiKeys });
    apiKeys.length = 0;
    expect((await updateUser(sandbox, { userId: 'ann' })).status).toBe(200);
  });
});

describe('the address', () => {
  it('is a free loopback port, another for each sandbox', async () => {
    const urls = [await startSandbox(), await startSandbox()].map(({ url }) => url);
    for (const url of urls) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(new Set(urls).size).toBe(2);
  });

  it('can be IPv6', async () => {
    const sandbox = await startSandbox({ host: '::1' });
    expect(sandbox.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    expect((await updateUser(sandbox, { userId: 'ann' })).status).toBe(200);
  });

  it('that is taken is told with a code', async () => {
    const first = await startSandbox();
    const port = Number(new URL(first.url).port);
    const error: unknown = await createSandbox({ apiKeys: keys, port }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(SandboxError);
    expect(error).toMatchObject({
      name: 'SandboxError',
      code: 'LISTEN',
      message: `The sandbox cannot listen on 127.0.0.1 port ${port}: EADDRINUSE.`,
      cause: { code: 'EADDRINUSE' },
    });
  });
});

it('is closed at the end of a block with `await using`', async () => {
  let url: string;
  {
    await using sandbox = await createSandbox({ apiKeys: keys });
    url = sandbox.url;
    expect((await fetch(`${url}/_sandbox/users`)).status).toBe(200);
  }
  await expect(fetch(`${url}/_sandbox/users`)).rejects.toThrow(TypeError);
});

it('is as new after a reset', async () => {
  const sandbox = await startSandbox();
  await updateUser(sandbox, { userId: 'ann', dataFields: { field: 1 } });
  await track(sandbox, { userId: 'ann', eventName: 'e', dataFields: { field: 1 } });
  sandbox.forget({ userId: 'bob' });
  sandbox.disallowEvent('spam');
  sandbox.faults.add({ operation: 'users/update', replies: [{ status: 503 }] });
  sandbox.reset();
  expect(sandbox.users.all()).toEqual([]);
  expect(sandbox.events.all()).toEqual([]);
  expect(sandbox.fields).toEqual({ user: {}, event: {} });
  expect([sandbox.requests, sandbox.requestCounts]).toEqual([[], {}]);
  expect(sandbox.faults.pending()).toEqual([]);
  expect((await updateUser(sandbox, { userId: 'bob', dataFields: { field: 'x' } })).status).toBe(
    200,
  );
  const spam = await track(sandbox, { userId: 'bob', eventName: 'spam' });
  expect(spam.body).toMatchObject({ params: { id: expect.any(String) as string } });
});

it('lets two sandboxes know nothing of each other', async () => {
  const [one, other] = [await startSandbox(), await startSandbox()];
  await updateUser(one, { userId: 'ann', dataFields: { field: 1 } });
  expect((await updateUser(other, { userId: 'ann', dataFields: { field: 'x' } })).status).toBe(200);
  expect(one.fields.user).toEqual({ field: 'long' });
});

it('refuses what is no user and no event name', async () => {
  const sandbox = await startSandbox();
  const subjects: unknown[] = [
    'ann',
    {},
    { email: '' },
    { email: 5 },
    { mail: 'x' },
    { email: 'a', userId: 'b' },
  ];
  for (const subject of subjects) {
    for (const use of [
      sandbox.users.get,
      sandbox.events.of,
      sandbox.forget,
      sandbox.invalidateJwts,
    ] as ((subject: unknown) => unknown)[]) {
      expect(() => use(subject)).toThrow(TypeError);
    }
  }
  expect(() => sandbox.disallowEvent('')).toThrow(TypeError);
});

it('tells of a slip of its own with a 500, and lives on', async () => {
  let broken = false;
  const sandbox = await startSandbox({
    now: () => {
      if (broken) return NaN;
      return 0;
    },
  });
  broken = true;
  await updateUser(sandbox, { userId: 'ann' });
  const answer = await call(sandbox, '/api/users/byUserId/ann');
  expect(answer).toMatchObject({
    status: 500,
    body: {
      code: 'GenericError',
      msg: expect.stringMatching(/^The sandbox failed: RangeError/) as string,
    },
  });
  broken = false;
  expect((await updateUser(sandbox, { userId: 'bob' })).status).toBe(200);
});
