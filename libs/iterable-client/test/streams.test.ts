import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Answer, answerJson, startServer } from './http-server.js';
import { scriptedClient } from './scripted-client.js';
import { answerText, records, untilError } from './stream-answers.js';

describe('export.eachRecord', () => {
  it('gives each record, however the lines are cut', async () => {
    await using server = await startServer(
      answerText('{"n":1}\n{"n"', ':2}\r\n\n{"n":9007199254740993,', '"t":"✓"}'),
    );
    const { client, lines } = scriptedClient({ baseUrl: server.url });
    await expect(Array.fromAsync(client.export.eachRecord(records))).resolves.toEqual([
      { n: 1 },
      { n: 2 },
      { n: 9007199254740993n, t: '✓' },
    ]);
    expect(server.seen).toMatchObject([
      { url: '/api/export/data.json?dataTypeName=emailSend&range=All', headers: { accept: '*/*' } },
    ]);
    expect(lines.at(-1)).toBe('export/data.json call successful: 3 lines');
    expect(client.statistics()['export/data.json']).toMatchObject({ calls: 1, succeeded: 1 });
  });

  it('sends nothing before it is read, and asks anew for each loop', async () => {
    await using server = await startServer(answerText('{"n":1}\n'));
    const { client } = scriptedClient({ baseUrl: server.url });
    const items = client.export.eachRecord(records);
    await wait(20);
    expect(server.seen).toHaveLength(0);
    expect(await Array.fromAsync(items)).toEqual(await Array.fromAsync(items));
    expect(server.seen).toHaveLength(2);
  });

  it('is repeated until its reply begins', async () => {
    await using server = await startServer((reply, request, count) => {
      if (count === 1) reply.writeHead(503).end('busy');
      else if (count === 2) request.socket.resetAndDestroy();
      else if (count > 3) reply.end('{"n":1}\n');
    });
    const { client } = scriptedClient({ baseUrl: server.url, maxAttempts: 4 });
    const items = client.export.eachRecord(records, { timeoutMs: 300 });
    await expect(Array.fromAsync(items)).resolves.toEqual([{ n: 1 }]);
    expect(client.statistics()['export/data.json']?.retries).toEqual({
      503: 1,
      network: 1,
      timeout: 1,
    });
  });

  it('tells that its reply broke off, after the records before', async () => {
    await using server = await startServer(async (reply, request) => {
      reply.write('{"n":1}\n{"n":2}\n{"n"');
      await wait(20);
      request.socket.resetAndDestroy();
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    const { items, error } = await untilError(client.export.eachRecord(records));
    expect(items).toEqual([{ n: 1 }, { n: 2 }]);
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', retryable: true, attempts: 1 });
    expect((error as Error).message).toMatch(
      /^export\/data\.json broke off after 20 bytes \(.+\)\. The rest is missing\.$/,
    );
    expect(client.statistics()['export/data.json']).toMatchObject({ succeeded: 0, failed: 1 });
  });

  it('tells that its reply fell silent', async () => {
    await using server = await startServer((reply) => void reply.write('{"n":1}\n'));
    const { client } = scriptedClient({ baseUrl: server.url });
    const { items, error } = await untilError(
      client.export.eachRecord(records, { timeoutMs: 200 }),
    );
    expect(items).toEqual([{ n: 1 }]);
    expect(error).toMatchObject({ code: 'TIMEOUT', timeoutMs: 200 });
    expect((error as Error).message).toContain('nothing came for 200 ms');
  });

  it('may take longer than the time limit, as long as something comes', async () => {
    const piece = '{"n":1}\n';
    await using server = await startServer(async (reply) => {
      for (let n = 0; n < 12; n += 1) {
        reply.write(piece);
        await wait(50);
      }
      reply.end();
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    const items = client.export.eachRecord(records, { timeoutMs: 400, totalTimeoutMs: 500 });
    await expect(Array.fromAsync(items)).resolves.toHaveLength(12);
  });

  it('does not count the time that its reader takes', async () => {
    await using server = await startServer(answerText('{"n":1}\n', '{"n":2}\n'));
    const { client } = scriptedClient({ baseUrl: server.url });
    let count = 0;
    for await (const item of client.export.eachRecord(records, { timeoutMs: 300 })) {
      expect(item).toEqual({ n: (count += 1) });
      await wait(350);
    }
    expect(count).toBe(2);
  });

  it.each<[string, Answer, object]>([
    [
      'a line that is not JSON',
      answerText('{"n":1}\nnonsense\n'),
      { message: /line 2, which is no JSON object/ },
    ],
    [
      'a last line that is cut',
      answerText('{"n":1}\n{"n":2'),
      { message: /line 2, which is no JSON object/ },
    ],
    ['a page of HTML', answerText('<html><title>Sign in</title>\n'), { message: /an HTML page/ }],
  ])('refuses %s', async (_, answer, { message }: { message?: RegExp }) => {
    await using server = await startServer(answer);
    const { client } = scriptedClient({ baseUrl: server.url });
    const { error } = await untilError(client.export.eachRecord(records));
    expect(error).toMatchObject({ code: 'RESPONSE_SHAPE', status: 200 });
    expect((error as Error).message).toMatch(message ?? /^$/);
  });

  it('refuses HTML by its content type, and asks again', async () => {
    await using server = await startServer((reply) => {
      reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>Sign in');
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    const { error } = await untilError(client.export.eachRecord(records));
    expect(error).toMatchObject({ code: 'RESPONSE_SHAPE', attempts: 3 });
  });

  it('takes an envelope for the failure it reports, and a record with such fields for a record', async () => {
    await using server = await startServer((reply, _, count) => {
      const envelope = { code: 'BadParams', msg: 'no such range' };
      reply.end(`${JSON.stringify(count === 1 ? envelope : { ...envelope, email: 'a' })}\n`);
    });
    const { client } = scriptedClient({ baseUrl: server.url });
    const { error } = await untilError(client.export.eachRecord(records));
    expect(error).toMatchObject({ code: 'API_ERROR', iterableCode: 'BadParams', status: 200 });
    await expect(Array.fromAsync(client.export.eachRecord(records))).resolves.toHaveLength(1);
  });

  it('refuses what it cannot send when it is read', async () => {
    const { client } = scriptedClient();
    const items = client.export.eachUserEvent({ email: 'a@b.c', userId: '1' } as never);
    const { error } = await untilError(items);
    expect(error).toMatchObject({ code: 'INVALID_INPUT', path: 'query' });
  });
});

describe('other streams', () => {
  it('lists.eachUser gives one identifier after another', async () => {
    await using server = await startServer(answerText('ada@example.com\nbob@', 'example.com\n'));
    const { client } = scriptedClient({ baseUrl: server.url });
    await expect(Array.fromAsync(client.lists.eachUser({ listId: 7 }))).resolves.toEqual([
      'ada@example.com',
      'bob@example.com',
    ]);
  });

  it('export.csvBytes gives the bytes as they are', async () => {
    await using server = await startServer(answerText('a,b\n"x\n', 'y",✓\n'));
    const { client } = scriptedClient({ baseUrl: server.url });
    const bytes = await Array.fromAsync(client.export.csvBytes({ dataTypeName: 'user' }));
    expect(Buffer.concat(bytes).toString()).toBe('a,b\n"x\ny",✓\n');
  });

  it.each<[string, object, object]>([
    ['reports a failure', { code: 'BadParams', msg: 'no' }, { code: 'API_ERROR', status: 200 }],
    ['is something else', { rows: [] }, { code: 'RESPONSE_SHAPE' }],
  ])('export.csvBytes refuses JSON that %s', async (_, body, expected) => {
    await using server = await startServer((reply) => answerJson(reply, body));
    const { client } = scriptedClient({ baseUrl: server.url });
    const { items, error } = await untilError(client.export.csvBytes({ dataTypeName: 'user' }));
    expect(items).toEqual([]);
    expect(error).toMatchObject(expected);
  });

  it('an empty reply has no items', async () => {
    await using server = await startServer(answerText());
    const { client } = scriptedClient({ baseUrl: server.url });
    await expect(Array.fromAsync(client.lists.eachUser({ listId: 7 }))).resolves.toEqual([]);
  });
});
