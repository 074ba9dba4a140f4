import { IterableApiError, IterableClient } from '@org/iterable-client';
import { createSandbox, type Sandbox } from '@org/iterable-sandbox';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { upgradePlan } from './upgrade-plan.js';

const ada = { email: 'ada@example.com' };
let sandbox: Sandbox;
let iterable: IterableClient;

beforeAll(async () => {
  sandbox = await createSandbox({ apiKeys: [{ key: 'test-key' }] });
  // Tests don't wait for a second attempt.
  const sleep = (): Promise<void> => Promise.resolve();
  iterable = new IterableClient({ apiKey: 'test-key', baseUrl: sandbox.url, sleep });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

it('tells Iterable the plan and the event', async () => {
  await upgradePlan(iterable, { ...ada, plan: 'pro', orderId: 'order-1' });
  expect(sandbox.users.get(ada)?.dataFields).toMatchObject({ plan: 'pro' });
  expect(sandbox.events.of(ada)).toMatchObject([{ eventName: 'plan_upgraded', id: 'order-1' }]);
});

it('gets through where Iterable is busy and a reply is lost, and leaves one event', async () => {
  sandbox.faults.add({ operation: 'users/update', replies: [{ status: 503 }] });
  sandbox.faults.add({ operation: 'events/track', replies: [{ reset: 'after' }] });
  await upgradePlan(iterable, { ...ada, plan: 'pro', orderId: 'order-1' });
  expect(sandbox.requestCounts).toMatchObject({
    'users/update': { 503: 1, 200: 1 },
    'events/track': { none: 1, 200: 1 },
  });
  expect(sandbox.events.of(ada)).toHaveLength(1);
});

it('lets its caller know when Iterable refuses the key', async () => {
  const stranger = new IterableClient({ apiKey: 'another-key', baseUrl: sandbox.url });
  const attempt = upgradePlan(stranger, { ...ada, plan: 'pro', orderId: 'order-1' });
  await expect(attempt).rejects.toBeInstanceOf(IterableApiError);
  expect(sandbox.users.count()).toBe(0);
});
