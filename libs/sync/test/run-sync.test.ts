import { describe, expect, it } from 'vitest';
import { defineSync, type SyncEvent } from '../src/index.js';
import nock from 'nock';
import { BASE_URL, both, reply, rows, run, source, SUCCESS, type Row } from './support.js';

describe('outcomes', () => {
  it('delivers the profile, then the event, of each row', async () => {
    reply('users/update', { times: 3 });
    reply('events/track', { times: 3 });
    const { summary, events } = await run(rows(3));
    expect(summary.counts).toEqual({
      rows: 3,
      delivered: 3,
      partial: 0,
      failed: 0,
      unchanged: 0,
      skipped: 0,
      notAttempted: 0,
    });
    const calls = events.filter((event) => event.type === 'call-delivered' && event.row === 1);
    expect(calls).toMatchObject([{ operation: 'users/update' }, { operation: 'events/track' }]);
  });

  it('sends the event even if the profile fails, and calls the row partial', async () => {
    reply('users/update', {
      status: 400,
      body: { code: 'BadParams', msg: 'no such thing', params: null },
    });
    reply('events/track');
    const { summary } = await run(rows(1));
    expect(summary.counts).toMatchObject({ rows: 1, partial: 1, delivered: 0, failed: 0 });
    expect(summary.failures).toMatchObject([
      {
        row: 1,
        key: '1',
        identifier: 'user1@example.com',
        user: {
          status: 'failed',
          code: 'BadParams',
          httpStatus: 400,
          attempts: 1,
          retryable: false,
        },
        event: { status: 'delivered', attempts: 1 },
      },
    ]);
  });

  it('goes on after a row whose two calls failed', async () => {
    reply('users/update', { email: 'user1@example.com', status: 400, body: {} });
    reply('events/track', { email: 'user1@example.com', status: 400, body: {} });
    reply('users/update', { email: 'user2@example.com' });
    reply('events/track', { email: 'user2@example.com' });
    const { summary } = await run(rows(2));
    expect(summary.counts).toMatchObject({ rows: 2, failed: 1, delivered: 1 });
    expect(summary.stopped).toBeUndefined();
  });

  it('does not take HTTP 200 for success', async () => {
    reply('users/update', { body: { code: 'GenericError', msg: 'no', params: null } });
    reply('events/track', { body: { code: 'Success', msg: 'seen is disallowed from tracking.' } });
    const { summary } = await run(rows(1));
    expect(summary.counts).toMatchObject({ failed: 1, delivered: 0 });
  });

  it('says that a call without a reply may have arrived', async () => {
    reply('users/update', { body: '<html>', times: 3 });
    reply('events/track');
    const { summary } = await run(rows(1));
    expect(summary.failures[0]?.user).toMatchObject({ status: 'failed', mayHaveArrived: true });
  });

  it('takes the user id of a user without an email', async () => {
    const sync = defineSync<Row>({
      name: 'by id',
      key: (row) => String(row.id),
      user: (row) => ({ email: null, userId: `u${String(row.id)}` }) as never,
    });
    const sent = nock(BASE_URL).post('/api/users/update', { userId: 'u1' }).reply(200, SUCCESS);
    const { summary } = await run(rows(1), { sync });
    expect(summary.counts).toMatchObject({ delivered: 1 });
    expect(sent.isDone()).toBe(true);
  });

  it('skips a row for which there is nothing to send', async () => {
    const sync = defineSync<Row>({ name: 'none', key: (row) => String(row.id), user: () => null });
    const { summary } = await run(rows(2), { sync });
    expect(summary.counts).toMatchObject({ rows: 2, skipped: 2 });
  });

  it('makes one call where the sync has one', async () => {
    const sync = defineSync<Row>({
      name: 'users',
      key: (row) => String(row.id),
      user: ({ email }) => ({ email }),
    });
    reply('users/update');
    const { summary } = await run(rows(1), { sync });
    expect(summary.counts).toMatchObject({ delivered: 1 });
  });

  it('counts an empty result', async () => {
    const { summary } = await run([], { total: 0 });
    expect(summary.counts).toMatchObject({ rows: 0, delivered: 0 });
  });
});

describe('rows that are refused before anything is sent', () => {
  const cases: [string, Partial<typeof both>, string, string][] = [
    [
      'a mapping that throws',
      {
        user: () => {
          throw new Error('no name');
        },
      },
      'MAPPING',
      'no name',
    ],
    ['a key that is empty', { key: () => '' }, 'KEY', 'empty'],
    [
      'an email without a domain',
      { user: () => ({ email: 'nobody' }) },
      'IDENTIFIER',
      'name@domain',
    ],
    ['an empty email', { user: () => ({ email: '' }) }, 'IDENTIFIER', 'email is empty'],
    ['a NULL email', { user: () => ({ email: null as never }) }, 'IDENTIFIER', 'neither'],
    [
      'no identifier in the event',
      { event: () => ({ email: null, eventName: 'seen' }) as never },
      'IDENTIFIER',
      'neither',
    ],
    [
      'a user id of 53 characters',
      { user: () => ({ userId: 'x'.repeat(53) }) },
      'IDENTIFIER',
      '53',
    ],
    ['a user id beyond ASCII', { user: () => ({ userId: 'ü' }) }, 'IDENTIFIER', 'ASCII'],
    ['a user id that ends with a space', { user: () => ({ userId: 'a ' }) }, 'IDENTIFIER', 'space'],
    [
      'two identifiers',
      { user: () => ({ email: 'a@example.com', userId: 'a' }) as never },
      'IDENTIFIER',
      'both',
    ],
  ];

  it.each(cases)('%s', async (_name, change, code, words) => {
    const { summary } = await run(rows(1), { sync: { ...both, ...change } });
    expect(summary.counts).toMatchObject({ rows: 1, failed: 1 });
    expect(summary.failures[0]?.user).toMatchObject({ status: 'failed', code, attempts: 0 });
    expect(summary.failures[0]?.event).toMatchObject({ status: 'failed', code });
    expect(JSON.stringify(summary.failures[0])).toContain(words);
  });
});

describe('the books', () => {
  it('refuse to close over a row that the query returned and the run did not see', async () => {
    reply('users/update', { times: 2 });
    reply('events/track', { times: 2 });
    await expect(run(rows(2), { total: 3 })).rejects.toMatchObject({
      name: 'SyncError',
      code: 'ACCOUNTING',
    });
  });

  it('keep so many failures as they are told, and count the others', async () => {
    reply('users/update', { status: 400, body: {}, times: 5 });
    reply('events/track', { status: 400, body: {}, times: 5 });
    const { summary, events } = await run(rows(5), { keptFailures: 2 });
    expect(summary.failures).toHaveLength(2);
    expect(summary.failuresOmitted).toBe(3);
    expect(events.filter((event) => event.type === 'row-finished')).toHaveLength(5);
  });
});

describe('misuse', () => {
  it('is refused before a row is read', async () => {
    const untouched = source(rows(1));
    await expect(run([], { rows: untouched, concurrency: 0 })).rejects.toThrow(/concurrency/);
    await expect(run([], { rows: untouched, concurency: 3 } as never)).rejects.toThrow(
      /concurency/,
    );
    expect(await untouched.next()).toMatchObject({ done: false });
  });

  it.each([
    ['no sync', { sync: undefined }, /definition is needed/],
    ['a sync without calls', { sync: { name: 'x', key: () => 'k' } }, /user, event or both/],
    ['rows that are a promise', { rows: Promise.resolve([]) }, /rows must be async-iterable/],
    ['a client that is none', { client: {} }, /client must have users.update/],
  ])('is refused: %s', async (_name, change, words) => {
    await expect(run(rows(1), change as never)).rejects.toThrow(words);
  });

  it('of a definition is refused', () => {
    const key = (): string => '';
    const user = (): null => null;
    expect(() => defineSync({ name: ' ', key, user })).toThrow(/name/);
    expect(() => defineSync({ name: 'x', key })).toThrow(/user, event or both/);
    expect(() => defineSync({ name: 'x', key, user, evnt: user } as never)).toThrow(/evnt/);
    expect(() => defineSync({ name: 'x', user } as never)).toThrow(/key/);
  });

  it('a listener that throws ends the run, and its error comes out unchanged', async () => {
    reply('users/update');
    reply('events/track');
    const error = new Error('screen gone');
    const onEvent = ({ type }: SyncEvent): void => {
      if (type === 'row-started') throw error;
    };
    await expect(run(rows(3), { onEvent })).rejects.toBe(error);
  });
});
