import { createSandbox, type Sandbox } from '@org/iterable-sandbox';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { IterableClient } from '../src/index.js';
import { inShort } from './batch-client.js';

let sandbox: Sandbox;
let client: IterableClient;

beforeEach(async () => {
  sandbox = await createSandbox({ apiKeys: [{ key: 'test-key' }], maxBodyBytes: 20_000 });
  onTestFinished(() => sandbox.close());
  client = new IterableClient({
    apiKey: 'test-key',
    baseUrl: sandbox.url,
    rateLimits: { documented: false },
    // No test takes time: the waits between attempts are none.
    sleep: () => new Promise(setImmediate),
  });
});

const users = Array.from({ length: 60 }, (_, n) => ({
  email: `u${n}@example.com`,
  dataFields: { n, about: 'x'.repeat(100) },
}));

const requests = (): number => sandbox.requests.length;

describe('against a whole Iterable', () => {
  it('delivers what can be, and says of the rest why not', async () => {
    await client.users.update({ email: 'gone@example.com', dataFields: { since: new Date(0) } });
    await client.users.update({ userId: 'u-1', dataFields: { n: 1 } });
    sandbox.forget({ email: 'gone@example.com' });
    const records = [
      users[0],
      { email: 'gone@example.com' },
      { email: 'not an address' },
      { email: 'late@example.com', dataFields: { since: 'yesterday' } },
      { email: 'taken@example.com', dataFields: { userId: 'u-1' } },
      { email: 'U0@example.com', dataFields: { n: 1000 } },
      users[1],
    ] as { email: string }[];
    const outcomes = await Array.fromAsync(client.users.updateMany(records));
    expect(outcomes.map(inShort)).toEqual([
      '0 delivered',
      '1 failed FORGOTTEN',
      '2 failed INVALID_IDENTIFIER',
      '3 failed INVALID_DATA',
      '4 failed CONFLICT',
      '5 delivered',
      '6 delivered',
    ]);
    expect(sandbox.users.get({ email: 'u0@example.com' })?.dataFields).toMatchObject({ n: 1000 });
    expect(sandbox.users.get({ email: 'u1@example.com' })?.dataFields).toMatchObject({ n: 1 });
    expect(sandbox.users.get({ email: 'late@example.com' })).toBeUndefined();
  });

  it.each([
    ['replies that are lost', [{ reset: 'after' }, { reset: 'before' }]],
    ['replies cut short', [{ truncate: true }, { truncate: true }]],
    ['wrong counts', [{ wrongCounts: true }, { wrongCounts: { failCount: 3 } }]],
    ['pages instead of replies', [{ html: true }, { html: true, status: 502 }]],
    ['overload', [{ status: 429 }, { status: 503 }]],
  ] as const)('gets everybody through in spite of %s', async (_, replies) => {
    sandbox.faults.add({ operation: 'users/bulkUpdate', replies });
    const run = client.users.updateMany(users, { maxBatchSize: 20 });
    const outcomes = await Array.fromAsync(run);
    expect(outcomes.map(inShort)).toEqual(users.map((_each, n) => `${n} delivered`));
    expect(sandbox.users.all()).toHaveLength(60);
    expect(sandbox.faults.pending()).toEqual([]);
  });

  it('keeps below the size that Iterable takes', async () => {
    const large = users.map((user) => ({ ...user, dataFields: { about: 'x'.repeat(1000) } }));
    const outcomes = await Array.fromAsync(client.users.updateMany(large, { concurrency: 1 }));
    expect(outcomes.every(({ status }) => status === 'delivered')).toBe(true);
    // One 413 of all 60, one of 30; from then on no body is too large.
    expect(sandbox.requestCounts['users/bulkUpdate']).toMatchObject({ 413: 3 });
  });

  it('tracks no event twice, whatever happens to the replies', async () => {
    for (const { email } of users.slice(0, 10)) await client.users.update({ email });
    sandbox.disallowEvent('blocked');
    sandbox.faults.add({
      operation: 'events/trackBulk',
      replies: [{ reset: 'after' }, { wrongCounts: true }, { truncate: true }],
    });
    const events = Array.from({ length: 40 }, (_, n) => ({
      email: `u${n % 11}@example.com`,
      eventName: n % 13 === 12 ? 'blocked' : 'viewed',
      dataFields: { n },
    }));
    const outcomes = await Array.fromAsync(client.events.trackMany(events, { maxBatchSize: 20 }));
    expect(outcomes.map(inShort)).toEqual(
      events.map(({ eventName }, n) => {
        if (eventName === 'blocked') return `${n} failed EVENT_DISALLOWED`;
        return n % 11 === 10 ? `${n} failed NOT_FOUND` : `${n} delivered`;
      }),
    );
    const delivered = outcomes.filter(({ status }) => status === 'delivered');
    expect(sandbox.events.all()).toHaveLength(delivered.length);
  });

  it('stops at a bad key after the calls that are under way', async () => {
    const stranger = new IterableClient({ apiKey: 'another-key', baseUrl: sandbox.url });
    const before = requests();
    const run = stranger.users.updateMany(users, { maxBatchSize: 2, concurrency: 2 });
    const outcomes = await Array.fromAsync(run);
    expect(new Set(outcomes.map((each) => each.status === 'failed' && each.code))).toEqual(
      new Set(['AUTHENTICATION']),
    );
    expect(requests() - before).toBeLessThanOrEqual(2);
  });
});
