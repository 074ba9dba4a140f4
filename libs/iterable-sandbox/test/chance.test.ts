import { describe, expect, it } from 'vitest';
import type { FaultScript, Sandbox } from '../src/index.js';
import { call, JWT_KEY, makeToken, startSandbox, track, updateUser } from './support.js';

const ann = { userId: 'ann' };

async function statuses(script: Partial<FaultScript>, times = 60): Promise<number[]> {
  const sandbox = await startSandbox();
  sandbox.faults.add({ operation: 'users/update', replies: [{ status: 503 }], ...script });
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push((await updateUser(sandbox, ann)).status);
  return all;
}

describe('a fault by probability', () => {
  it('hits some requests, and the same ones for the same seed', async () => {
    const first = await statuses({ probability: 0.5, seed: 7 });
    const hits = first.filter((status) => status === 503).length;
    expect(hits).toBeGreaterThan(15);
    expect(hits).toBeLessThan(45);
    expect(await statuses({ probability: 0.5, seed: 7 })).toEqual(first);
    expect(await statuses({ probability: 0.5, seed: 8 })).not.toEqual(first);
  });

  it('hits never with 0 and always with 1', async () => {
    expect(new Set(await statuses({ probability: 0 }, 20))).toEqual(new Set([200]));
    expect(new Set(await statuses({ probability: 1 }, 20))).toEqual(new Set([503]));
  });

  it('goes round its replies', async () => {
    const replies = [{ status: 503 }, { status: 502 }];
    expect(await statuses({ probability: 1, replies }, 5)).toEqual([503, 502, 503, 502, 503]);
  });

  it('ends after its times', async () => {
    expect(await statuses({ probability: 1, times: 2 }, 4)).toEqual([503, 503, 200, 200]);
  });

  it('lets a later script have the requests that it spares', async () => {
    const sandbox = await startSandbox();
    const operation = 'users/update';
    sandbox.faults.add({ operation, probability: 0, replies: [{ status: 503 }] });
    sandbox.faults.add({ operation, replies: [{ status: 500 }] });
    expect((await updateUser(sandbox, ann)).status).toBe(500);
    expect(sandbox.faults.pending()).toHaveLength(1);
  });

  it('can be for every operation', async () => {
    const sandbox = await startSandbox();
    sandbox.faults.add({ operation: '*', probability: 1, times: 2, replies: [{ status: 503 }] });
    expect((await updateUser(sandbox, ann)).status).toBe(503);
    expect((await call(sandbox, '/api/lists')).status).toBe(503);
    expect((await updateUser(sandbox, ann)).status).toBe(200);
  });

  it.each<[object, string]>([
    [{ probability: 1.5 }, 'from 0 to 1'],
    [{ probability: NaN }, 'from 0 to 1'],
    [{ probability: '1' }, 'from 0 to 1'],
    [{ seed: 1 }, 'only for a script with a probability'],
    [{ probability: 1, seed: 0.5 }, 'seed must be a whole number from 1'],
    [{ probability: 1, times: 0 }, 'times must be a whole number from 1'],
  ])('is refused with %j', async (wrong, message) => {
    const sandbox = await startSandbox();
    const script = { operation: 'users/update', replies: [{ status: 503 }], ...wrong };
    expect(() => sandbox.faults.add(script as FaultScript)).toThrow(message);
  });
});

describe('a clock that is wrong', () => {
  const now = Date.UTC(2026, 0, 13, 12);
  const second = now / 1000;

  async function skewed(operation: FaultScript['operation'], ms: number): Promise<Sandbox> {
    const sandbox = await startSandbox({ now: () => now });
    sandbox.seed({ users: [ann] });
    sandbox.faults.add({ operation, replies: [{ clockSkewMs: ms }] });
    return sandbox;
  }

  it('shows in the Date of the reply and in the times of the work', async () => {
    const sandbox = await skewed('events/track', 3_600_000);
    const { status, headers } = await track(sandbox, { ...ann, eventName: 'e' });
    expect([status, headers.get('date')]).toEqual([200, 'Tue, 13 Jan 2026 13:00:00 GMT']);
    expect(sandbox.events.all()[0]?.createdAt).toBe(second + 3600);
  });

  it('makes a good token expire or come too early, and a second attempt succeed', async () => {
    for (const ms of [3_600_000, -3_600_000]) {
      const sandbox = await skewed('users/update', ms);
      const token = makeToken({ ...ann, iat: second, exp: second + 60 });
      const headers = { 'api-key': JWT_KEY, authorization: `Bearer ${token}` };
      const first = await call(sandbox, '/api/users/update', { body: ann, headers });
      expect(first).toMatchObject({ status: 401, body: { code: 'InvalidJwtPayload' } });
      const again = await call(sandbox, '/api/users/update', { body: ann, headers });
      expect(again.status).toBe(200);
    }
  });
});

describe('a body that comes late', () => {
  it('comes after its headers', async () => {
    const sandbox = await startSandbox();
    sandbox.faults.add({ operation: 'users/update', replies: [{ bodyDelayMs: 20 }] });
    const answer = await updateUser(sandbox, ann);
    expect(answer).toMatchObject({ status: 200, body: { code: 'Success' } });
    expect(sandbox.requests[0]?.fault).toBe(true);
  });

  it('can be given up while it is awaited: the headers are there, the work is done', async () => {
    const sandbox = await startSandbox();
    sandbox.faults.add({ operation: 'users/update', replies: [{ bodyDelayMs: 3_600_000 }] });
    const aborter = new AbortController();
    const response = await fetch(`${sandbox.url}/api/users/update`, {
      method: 'POST',
      headers: { 'api-key': 'server-side-key' },
      body: JSON.stringify(ann),
      signal: aborter.signal,
    });
    expect([response.status, sandbox.users.count()]).toEqual([200, 1]);
    aborter.abort();
    await expect(response.text()).rejects.toThrow('aborted');
  });
});
