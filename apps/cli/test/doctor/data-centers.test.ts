import { jwtAuth } from '@org/auth';
import { createSandbox } from '@org/iterable-sandbox';
import { describe, expect, it, onTestFinished } from 'vitest';
import { apiKey } from '../../src/doctor/checks/api-key.js';
import { tokenAccepted } from '../../src/doctor/checks/token-accepted.js';
import { otherDataCenter, type DataCenter } from '../../src/doctor/data-centers.js';
import { keyOnly } from '../../src/doctor/key-only.js';
import { questionsTo } from '../../src/doctor/questions.js';

const KEY = '0123456789abcdef0123456789abcdef';
const SECRET = 'a-secret-of-at-least-thirty-two-bytes';

/** Both data centers; the keys are those of one of them. */
async function bothWith(home: DataCenter, keys: readonly { key: string; jwtSecret?: string }[]) {
  const open = async (dataCenter: DataCenter) => {
    const apiKeys = keys.map((key) => ({ ...key, dataCenter: home }));
    const sandbox = await createSandbox({ dataCenter, apiKeys });
    onTestFinished(() => sandbox.close());
    return sandbox;
  };
  const us = await open('us');
  const eu = await open('eu');
  const dataCenters = { us: { baseUrl: us.url }, eu: { baseUrl: eu.url } };
  return { us, eu, dataCenters };
}

async function judge(
  { dataCenters }: Awaited<ReturnType<typeof bothWith>>,
  configured: DataCenter,
  { key = KEY, jwt = false } = {},
) {
  const location = { dataCenter: configured };
  const questions = questionsTo({ location, dataCenters, now: Date.now });
  const by = { auth: keyOnly(key), signal: AbortSignal.timeout(60_000) };
  return apiKey({
    asked: await questions.fields(by),
    jwt,
    other: otherDataCenter(location),
    askThere: (dataCenter) => questions.fields({ ...by, dataCenter }),
  });
}

describe('a key of the EU data center', () => {
  it('with the setting us is told from one that is unknown, and the setting that mends it', async () => {
    const both = await bothWith('eu', [{ key: KEY }]);
    expect(await judge(both, 'us')).toEqual({
      status: 'failed',
      found: 'this key belongs to the EU data center',
      advice: 'set ITERABLE_DATA_CENTER=eu',
    });
    expect(await judge(both, 'eu')).toMatchObject({ status: 'ok' });
  });

  it('that needs a token is told as well', async () => {
    const both = await bothWith('eu', [{ key: KEY, jwtSecret: SECRET }]);
    const found = 'this key belongs to the EU data center';
    expect(await judge(both, 'us', { jwt: true })).toMatchObject({ status: 'failed', found });
    expect(await judge(both, 'eu', { jwt: true })).toMatchObject({ status: 'ok' });
  });

  it('is told by a token, too', async () => {
    const { dataCenters } = await bothWith('eu', [{ key: KEY, jwtSecret: SECRET }]);
    const location = { dataCenter: 'us' } as const;
    const questions = questionsTo({ location, dataCenters, now: Date.now });
    const auth = jwtAuth({ secret: SECRET, apiKey: KEY });
    const by = { auth, signal: AbortSignal.timeout(60_000) };
    const ada = { email: 'ada@example.com' };
    const finding = await tokenAccepted(
      await questions.messages(ada, by),
      otherDataCenter(location),
      (dataCenter) => questions.messages(ada, { ...by, dataCenter }),
    );
    expect(finding).toMatchObject({
      status: 'failed',
      found: 'this key belongs to the EU data center',
    });
  });
});

it('a key of the US data center with the setting eu', async () => {
  const both = await bothWith('us', [{ key: KEY }]);
  expect(await judge(both, 'eu')).toMatchObject({ advice: 'set ITERABLE_DATA_CENTER=us' });
});

it('a key that neither knows', async () => {
  const both = await bothWith('us', [{ key: KEY }]);
  const finding = await judge(both, 'us', { key: 'f'.repeat(32) });
  expect(finding).toMatchObject({ status: 'failed' });
  expect(finding.found).toBe(`${both.us.url} does not know it, and neither does ${both.eu.url}`);
  expect(finding.advice).not.toContain('f'.repeat(32));
});

it('where the other data center is out of reach, it is not said what that does not know', async () => {
  const both = await bothWith('us', [{ key: KEY }]);
  await both.eu.close();
  const { found } = await judge(both, 'us', { key: 'f'.repeat(32) });
  expect(found).toBe(`${both.us.url} does not know it`);
});

it('a base URL stands in the place of both: no other is asked', () => {
  expect(otherDataCenter({ baseUrl: 'https://proxy.example.com' })).toBeUndefined();
  expect(otherDataCenter({})).toBe('eu');
});
