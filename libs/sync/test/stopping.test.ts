import { describe, expect, it } from 'vitest';
import nock from 'nock';
import { BASE_URL, reply, rows, run, source, type Row } from './support.js';

const BAD_KEY = { msg: 'Invalid API key', code: 'BadApiKey', params: null };

describe('credentials that Iterable refuses', () => {
  it.each([401, 403])('cost one row and one request: HTTP %i', async (status) => {
    reply('users/update', { status, body: BAD_KEY });
    const { summary } = await run(rows(50), { total: 50 });
    expect(summary.stopped).toMatchObject({ reason: 'authentication' });
    expect(summary.counts).toMatchObject({ rows: 50, failed: 1, notAttempted: 49 });
    expect(summary.failures[0]?.event).toMatchObject({ status: 'not-sent' });
  });

  it('are told as not attempted for rows that were already read', async () => {
    reply('users/update', { email: 'user1@example.com' });
    reply('events/track', { email: 'user1@example.com' });
    reply('users/update', { status: 401, body: BAD_KEY, times: 5 });
    const { summary } = await run(rows(100), { total: 100, concurrency: 5 });
    const { counts } = summary;
    expect(counts.delivered).toBe(1);
    expect(counts.failed).toBe(5);
    expect(counts.notAttempted).toBe(94);
  });

  it('of one user only fail that row', async () => {
    reply('users/update', {
      email: 'user1@example.com',
      status: 401,
      body: { code: 'JwtUserIdentifiersMismatched', msg: '', params: null },
    });
    reply('users/update', { email: 'user2@example.com' });
    reply('events/track', { times: 2 });
    const { summary } = await run(rows(2));
    expect(summary.stopped).toBeUndefined();
    expect(summary.counts).toMatchObject({ partial: 1, delivered: 1 });
  });
});

describe('Iterable out of reach', () => {
  it('stops the run after so many rows without an answer', async () => {
    reply('users/update', { status: 503, body: 'gone', times: 12 });
    reply('events/track', { status: 503, body: 'gone', times: 12 });
    const { summary } = await run(rows(1000), { total: 1000, concurrency: 1, outageThreshold: 4 });
    expect(summary.stopped).toMatchObject({ reason: 'unreachable' });
    expect(summary.counts).toMatchObject({ failed: 4, notAttempted: 996 });
  });

  it('is told even when there are fewer rows than that', async () => {
    reply('users/update', { status: 500, body: {}, times: 3 });
    reply('events/track', { status: 500, body: {}, times: 3 });
    const { summary } = await run(rows(1));
    expect(summary.stopped).toMatchObject({ reason: 'unreachable' });
    expect(summary.counts).toMatchObject({ rows: 1, failed: 1 });
  });

  it.each([
    ['a wait that it asks for and that is too long', 429, { 'retry-after': '3600' }, {}],
    ['a server that knows no such path', 404, {}, 'not here'],
    ['a redirect', 302, { location: 'https://example.com' }, ''],
  ])('is what %s means', async (_name, status, headers, body) => {
    for (const operation of ['users/update', 'events/track']) {
      nock(BASE_URL).post(`/api/${operation}`).times(3).reply(status, body, headers);
    }
    const { summary } = await run(rows(1000), { total: 1000, concurrency: 1, outageThreshold: 3 });
    expect(summary.stopped).toMatchObject({ reason: 'unreachable' });
    expect(summary.counts).toMatchObject({ rows: 1000, delivered: 0 });
    expect(summary.counts.notAttempted).toBeGreaterThanOrEqual(997);
    nock.cleanAll();
  });

  it('is not what a refusal means', async () => {
    reply('users/update', { status: 400, body: {}, times: 20 });
    reply('events/track', { status: 400, body: {}, times: 20 });
    const { summary } = await run(rows(20), { outageThreshold: 2 });
    expect(summary.stopped).toBeUndefined();
    expect(summary.counts).toMatchObject({ failed: 20 });
  });
});

describe('a request to stop', () => {
  it('lets what is in flight finish, and starts nothing more', async () => {
    const stop = new AbortController();
    reply('users/update');
    reply('events/track');
    const { summary } = await run(rows(10), {
      total: 10,
      stop: stop.signal,
      onEvent: (event) => {
        if (event.type === 'row-started') stop.abort();
      },
    });
    expect(summary.stopped).toMatchObject({ reason: 'interrupted' });
    expect(summary.counts).toMatchObject({ delivered: 1, notAttempted: 9 });
  });

  it('that came before the start sends nothing', async () => {
    const { summary } = await run(rows(3), { total: 3, stop: AbortSignal.abort() });
    expect(summary.counts).toMatchObject({ rows: 3, notAttempted: 3 });
  });

  it('at once aborts what is in flight, and says so', async () => {
    const abort = new AbortController();
    reply('users/update', { status: 503, body: {} });
    const { summary } = await run(rows(2), {
      total: 2,
      signal: abort.signal,
      onEvent: (event) => {
        if (event.type === 'retry') abort.abort();
      },
    });
    expect(summary.stopped).toMatchObject({ reason: 'interrupted' });
    expect(summary.counts).toMatchObject({ rows: 2, failed: 1, notAttempted: 1 });
    expect(summary.failures[0]?.user).toMatchObject({ status: 'failed', code: 'ABORTED' });
    expect(summary.failures[0]?.event).toMatchObject({ status: 'not-sent' });
  });
});

describe('a source that fails in the middle', () => {
  it('keeps the books of what was delivered, and gives the error', async () => {
    const lost = new Error('connection lost');
    async function* broken(): AsyncGenerator<Row> {
      yield* source(rows(2));
      throw lost;
    }
    reply('users/update', { times: 2 });
    reply('events/track', { times: 2 });
    const { summary } = await run([], { rows: broken(), total: 7 });
    expect(summary.stopped).toMatchObject({ reason: 'source', error: lost });
    expect(summary.counts).toMatchObject({ rows: 7, delivered: 2, notAttempted: 5 });
  });

  it('is closed when the run stops first', async () => {
    let closed = false;
    async function* endless(): AsyncGenerator<Row> {
      try {
        yield* source(rows(1000));
      } finally {
        closed = true;
      }
    }
    reply('users/update', { status: 401, body: BAD_KEY });
    await run([], { rows: endless() });
    expect(closed).toBe(true);
  });
});
