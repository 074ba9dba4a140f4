import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../src/index.js';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ apiKeys: [{ key: 'test-key' }] });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

/** Stands for the code that is tested. It takes the base URL from outside. */
async function upgrade(baseUrl: string, email: string): Promise<void> {
  const body = JSON.stringify({ email, dataFields: { plan: 'pro' } });
  for (let attempt = 1; attempt <= 3; attempt++) {
    const request = { method: 'POST', headers: { 'api-key': 'test-key' }, body };
    const reply = await fetch(`${baseUrl}/api/users/update`, request).catch(() => undefined);
    if (reply?.ok) return;
  }
  throw new Error('given up');
}

it('upgrades a user though Iterable is busy and a reply is lost', async () => {
  const ann = { email: 'ann@example.com' };
  sandbox.faults.add({
    operation: 'users/update',
    subject: ann,
    replies: [{ status: 503 }, { reset: 'after' }],
  });

  await upgrade(sandbox.url, ann.email);

  expect(sandbox.users.get(ann)?.dataFields).toEqual({ plan: 'pro' });
  expect(sandbox.requestCounts).toEqual({ 'users/update': { 503: 1, none: 1, 200: 1 } });
  expect(sandbox.faults.pending()).toEqual([]);
});
