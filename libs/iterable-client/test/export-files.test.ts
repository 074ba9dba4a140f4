import { inspect } from 'node:util';
import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { type ExportFile, IterableError } from '../src/index.js';
import { failureOf } from './failure-of.js';
import { answerJson, startServer } from './http-server.js';
import { API_KEY, scriptedClient } from './scripted-client.js';

const MINUTES = 60_000;
const SIGNATURE = '5d8f0a7c3b1e49d2a6f7c8e9b0d1a2c3';
const CREDENTIAL = 'AKIAEXAMPLEEXAMPLE/20260113/us-east-1/s3/aws4_request';
const signed = (url: string): string =>
  `${url}/bucket/file.json?X-Amz-Credential=${encodeURIComponent(CREDENTIAL)}&X-Amz-Signature=${SIGNATURE}`;
const file = (name: string): ExportFile => ({
  file: name,
  url: `https://files.example.com/${name}`,
});
const job = { jobId: 7, jobState: 'Completed', exportTruncated: false };

describe('export.eachFile', () => {
  /** Answers the listing after each name with the given files. */
  function listing(pages: Record<string, object>): void {
    for (const [startAfter, page] of Object.entries(pages)) {
      nock('https://api.iterable.com')
        .get('/api/export/7/files')
        .query(startAfter === '' ? {} : { startAfter })
        .reply(200, { ...job, ...page });
    }
  }

  it('goes on after the last file until there is none', async () => {
    listing({ '': { files: [file('a'), file('b')] }, b: { files: [file('c')] }, c: { files: [] } });
    const files = await Array.fromAsync(scriptedClient().client.export.eachFile(7));
    expect(files.map(({ file: name }) => name)).toEqual(['a', 'b', 'c']);
  });

  it('may begin after a file', async () => {
    listing({ b: { files: [file('c')] }, c: { files: [] } });
    const { client } = scriptedClient();
    const files = await Array.fromAsync(client.export.eachFile(7, { startAfter: 'b' }));
    expect(files).toEqual([file('c')]);
  });

  it.each<[string, object, object]>([
    ['runs', { jobState: 'running' }, { jobState: 'running', retryable: true }],
    ['failed', { jobState: 'Failed' }, { jobState: 'Failed', retryable: false }],
    ['was cut', { exportTruncated: true }, { exportTruncated: true, retryable: false }],
  ])('fails after the files there are where the job %s', async (_, state, error) => {
    listing({ '': { ...state, files: [file('a')] }, a: { ...state, files: [] } });
    const found: ExportFile[] = [];
    const { client } = scriptedClient();
    const loop = async (): Promise<void> => {
      for await (const each of client.export.eachFile(7)) found.push(each);
    };
    expect(await failureOf(loop())).toMatchObject({ code: 'EXPORT_INCOMPLETE', ...error });
    expect(found).toEqual([file('a')]);
  });

  it('asks for the rest of a page again where its addresses got old', async () => {
    listing({
      '': { files: [file('a'), file('b')] },
      a: { files: [{ ...file('b'), url: 'https://files.example.com/fresh' }] },
      b: { files: [] },
    });
    let time = 0;
    const { client } = scriptedClient({ now: () => time });
    const urls: string[] = [];
    for await (const { url } of client.export.eachFile(7)) {
      urls.push(url);
      time += 26 * MINUTES;
    }
    expect(urls).toEqual(['https://files.example.com/a', 'https://files.example.com/fresh']);
  });

  it.each<[string, object, string]>([
    [
      'a page that comes again',
      { '': { files: [file('a')] }, a: { files: [file('a')] } },
      'there before',
    ],
    ['a file without a name', { '': { files: [{ url: 'x' }] } }, 'without a name'],
  ])('refuses %s', async (_, pages, problem) => {
    listing(pages as Record<string, object>);
    const { client } = scriptedClient();
    const error = await failureOf(Array.fromAsync(client.export.eachFile(7)));
    expect(error).toMatchObject({ code: 'RESPONSE_SHAPE' });
    expect(error.message).toContain(problem);
  });
});

describe('a file of an export', () => {
  it('is read from another host without credentials', async () => {
    await using storage = await startServer((reply) => reply.end('{"n":1}\n{"n":2}\n') as never);
    const { client } = scriptedClient();
    const address = { url: signed(storage.url) };
    await expect(Array.fromAsync(client.export.eachFileRecord(address))).resolves.toEqual([
      { n: 1 },
      { n: 2 },
    ]);
    const bytes = await Array.fromAsync(client.export.fileBytes(address));
    expect(Buffer.concat(bytes).toString()).toBe('{"n":1}\n{"n":2}\n');
    expect(storage.seen).toHaveLength(2);
    expect(signed(storage.url)).toBe(storage.url + (storage.seen[0]?.url ?? ''));
    for (const { headers } of storage.seen) {
      expect(headers['api-key']).toBeUndefined();
      expect(headers.authorization).toBeUndefined();
      expect(JSON.stringify(headers)).not.toContain(API_KEY);
    }
  });

  it('asks the authenticator for nothing', async () => {
    await using storage = await startServer((reply) => reply.end('x') as never);
    const auth = { method: 'jwt', headers: () => expect.fail('no headers are needed') };
    const { client } = scriptedClient({ auth });
    await Array.fromAsync(client.export.fileBytes({ url: signed(storage.url) }));
    expect(storage.seen).toHaveLength(1);
  });

  it('is asked for again after a 503, and a refusal says what to do', async () => {
    await using storage = await startServer((reply, _, count) => {
      reply.writeHead(count === 1 ? 503 : 403).end();
    });
    const { client } = scriptedClient();
    const error = await failureOf(
      Array.fromAsync(client.export.fileBytes({ url: signed(storage.url) })),
    );
    expect(error).toMatchObject({ code: 'API_ERROR', status: 403, attempts: 2, retryable: false });
    expect(error.message).toContain('good for 30 minutes: list the files again');
  });

  it('shows nothing of its permission, not even where the storage quotes it', async () => {
    await using storage = await startServer((reply, request) => {
      const [access] = CREDENTIAL.split('/');
      reply.writeHead(403, { 'content-type': 'application/xml' });
      reply.end(
        `<Error><Code>SignatureDoesNotMatch</Code><Id>${access}</Id><Given>${SIGNATURE}</Given>` +
          `<Request>${request.url}</Request><Credential>${CREDENTIAL}</Credential></Error>`,
      );
    });
    const { client, events } = scriptedClient();
    const error = await failureOf(
      Array.fromAsync(client.export.fileBytes({ url: signed(storage.url) })),
    );
    const { body } = error as IterableError & { body?: string };
    const shown = [
      String(error),
      inspect(error, { showHidden: true }),
      inspect(events, { depth: 9 }),
      body,
    ];
    expect(body).toContain('SignatureDoesNotMatch');
    for (const secret of [SIGNATURE, ...CREDENTIAL.split('/').slice(0, 1)]) {
      expect(shown.join('\n')).not.toContain(secret);
    }
  });

  it('is not followed to another place', async () => {
    await using other = await startServer((reply) => answerJson(reply, {}));
    await using storage = await startServer((reply) => {
      reply.writeHead(302, { location: `${other.url}/x` }).end();
    });
    const { client } = scriptedClient();
    const error = await failureOf(
      Array.fromAsync(client.export.fileBytes({ url: signed(storage.url) })),
    );
    expect(error).toMatchObject({ code: 'REDIRECT_REFUSED' });
    expect(other.seen).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['no address', undefined],
    ['an address without protection', { url: 'http://files.example.com/a?X-Amz-Signature=s3cret' }],
    ['a file on this machine', { url: 'file:///etc/passwd' }],
    ['something else', { url: 'no address s3cret' }],
  ])('is not asked for with %s', async (_, address) => {
    const { client } = scriptedClient();
    const error = await failureOf(Array.fromAsync(client.export.fileBytes(address as ExportFile)));
    expect(error).toMatchObject({ code: 'INVALID_INPUT', path: 'file.url', attempts: 0 });
    expect(error.message).not.toContain('s3cret');
  });
});
