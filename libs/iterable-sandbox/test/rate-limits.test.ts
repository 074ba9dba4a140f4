import { describe, expect, it } from 'vitest';
import { createSandbox, type RateLimits, type Sandbox } from '../src/index.js';
import { operationNames, operations } from '../src/contract/operations.js';
import { call, KEY, refusal, startSandbox, track, type Answer } from './support.js';

const clock = { now: 0 };

function limited(rateLimits: RateLimits): Promise<Sandbox> {
  clock.now = Date.UTC(2026, 0, 13);
  return startSandbox({
    rateLimits,
    now: () => clock.now,
    apiKeys: [{ key: KEY }, { key: 'second-key' }],
  });
}

const bulk = (sandbox: Sandbox, key = KEY): Promise<Answer> =>
  call(sandbox, '/api/users/bulkUpdate', { body: { users: [] }, headers: { 'api-key': key } });

async function statuses(times: number, request: () => Promise<Answer>): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push((await request()).status);
  return all;
}

describe('without the option', () => {
  it('no request is refused', async () => {
    const sandbox = await startSandbox({ now: () => 0 });
    expect(await statuses(20, () => bulk(sandbox))).toEqual(Array<number>(20).fill(200));
  });
});

describe('documented limits', () => {
  it('refuse the sixth bulk update in a second, say when to come again, and mean it', async () => {
    const sandbox = await limited('documented');
    expect(await statuses(5, () => bulk(sandbox))).toEqual([200, 200, 200, 200, 200]);
    const refused = await bulk(sandbox);
    const params = { rateLimitLimit: 5, rateLimitRemaining: 0, rateLimitReset: 1 };
    expect(refused).toMatchObject(refusal(429, 'RateLimitExceeded', params));
    expect(refused.headers.get('retry-after')).toBe('1');
    clock.now += 199;
    expect((await bulk(sandbox)).status).toBe(429);
    clock.now += 1;
    expect(await statuses(2, () => bulk(sandbox))).toEqual([200, 429]);
    clock.now += 1000;
    expect(await statuses(6, () => bulk(sandbox))).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('do not save up', async () => {
    const sandbox = await limited('documented');
    await bulk(sandbox);
    clock.now += 3_600_000;
    expect(await statuses(6, () => bulk(sandbox))).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('of a project are shared by its keys', async () => {
    const sandbox = await limited('documented');
    await statuses(5, () => bulk(sandbox));
    expect((await bulk(sandbox, 'second-key')).status).toBe(429);
  });

  it('of a key are its own', async () => {
    const sandbox = await limited('documented');
    const archive = (key: string): Promise<Answer> =>
      call(sandbox, '/api/campaigns/archive', {
        body: { campaignIds: [] },
        headers: { 'api-key': key },
      });
    expect(await statuses(6, () => archive(KEY))).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await archive('second-key')).status).toBe(200);
  });

  it('can be for a minute', async () => {
    const sandbox = await limited('documented');
    const size = (): Promise<Answer> => call(sandbox, '/api/lists/1/size');
    await statuses(5, size);
    const refused = await size();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '12']);
    clock.now += 12_000;
    expect((await size()).status).not.toBe(429);
  });

  it('can be for a second and for a day', async () => {
    const sandbox = await limited('documented');
    const forget = (): Promise<Answer> =>
      call(sandbox, '/api/users/forget', { body: { email: 'ann@example.com' } });
    let answer = await forget();
    let allowed = 0;
    for (; answer.status === 200; allowed++) {
      clock.now += 334;
      answer = await forget();
    }
    // A thousand, and the few that come back meanwhile.
    expect(allowed).toBe(1003);
    expect(answer.body).toMatchObject({ params: { rateLimitLimit: 1000 } });
    clock.now += Number(answer.headers.get('retry-after')) * 1000;
    expect((await forget()).status).toBe(200);
  });

  it('do not count requests that another check refuses first', async () => {
    const sandbox = await limited('documented');
    await statuses(9, () => bulk(sandbox, 'wrong-key'));
    expect((await bulk(sandbox)).status).toBe(200);
  });

  it('begin anew after a reset', async () => {
    const sandbox = await limited('documented');
    await statuses(5, () => bulk(sandbox));
    sandbox.reset();
    expect((await bulk(sandbox)).status).toBe(200);
  });

  it('are stated for 53 operations', () => {
    const stated = operationNames.filter((name) => operations[name].rates.length > 0);
    expect([operationNames.length, stated.length]).toEqual([145, 53]);
    expect(operations['events/track']).toMatchObject({
      rates: [{ requests: 2000, periodMs: 1000 }],
      rateScope: 'project',
    });
    expect(operations['export/start'].rateScope).toBe('organization');
  });
});

describe('limits of your own', () => {
  it('take the place of documented ones', async () => {
    const sandbox = await limited({
      'events/track': { requests: 1, periodMs: 60_000 },
      'users/bulkUpdate': 'off',
    });
    await statuses(6, () => bulk(sandbox));
    expect((await bulk(sandbox)).status).toBe(200);
    await track(sandbox, { userId: 'ann', eventName: 'e' });
    const refused = await track(sandbox, { userId: 'ann', eventName: 'e' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  });

  it.each<[unknown, string]>([
    ['on', "rateLimits must be 'off', 'documented' or an object of limits by operation"],
    [5, 'received number'],
    [{ 'users/updat': 'off' }, "has no 'users/updat'; did you mean 'users/update'?"],
    [{ 'users/update': { requests: 0 } }, 'requests must be a whole number from 1; received 0.'],
    [{ 'users/update': { requests: 1, periodMs: 0.5 } }, 'periodMs must be a whole number from 1'],
    [{ 'users/update': { request: 1 } }, "has no 'request'; did you mean 'requests'?"],
    [{ 'users/update': 'none' }, 'must be an object; received string.'],
  ])('%j are refused', async (rateLimits, message) => {
    const options = { apiKeys: [{ key: KEY }], rateLimits: rateLimits as RateLimits };
    const error: unknown = await createSandbox(options).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message).toContain(message);
  });
});
