import { describe, expect, it } from 'vitest';
import type { UserRecord } from '../src/index.js';
import { inShort, modelClient } from './batch-client.js';
import { codesOf, counts, repliesClient, settle, status, users } from './batch-replies.js';

describe('what stops a run', () => {
  const badKey = { code: 'BadApiKey', msg: 'Invalid API key', params: { ip: '192.0.2.1' } };
  const limit = { code: 'UniqueFieldsLimitExceeded', msg: 'too many fields', params: null };
  const noList = { code: 'BadParams', msg: 'error.lists.invalidListId', params: null };

  it.each([
    ['a bad key', status(401, badKey), 'AUTHENTICATION'],
    ['a key of the wrong kind', status(403), 'AUTHENTICATION'],
    [
      'a bad token, told as a 400',
      status(400, { code: 'InvalidJwtPayload', msg: '' }),
      'AUTHENTICATION',
    ],
    ['no room for fields', status(400, limit), 'FIELDS_LIMIT'],
    ['a list that does not exist', status(400, noList), 'REQUEST_REFUSED'],
    ['a wrong address', status(404), 'REQUEST_REFUSED'],
    ['a redirect', status(302), 'REQUEST_REFUSED'],
  ])('%s: every record gets its outcome, and no further call is made', async (_, reply, code) => {
    const { client, sent } = repliesClient([reply]);
    const run = client.users.updateMany(users(5000), { maxBatchSize: 100, concurrency: 3 });
    const outcomes = await Array.fromAsync(run);
    expect(outcomes.map(({ index }) => index)).toEqual(users(5000).map((_each, n) => n));
    expect(codesOf(outcomes)).toEqual([`failed ${code}`]);
    expect(sent.length).toBeLessThanOrEqual(3);
    expect(outcomes[0]).toMatchObject({ stopped: true, retryable: true, mayHaveArrived: false });
    expect(outcomes.at(-1)).toMatchObject({
      stopped: true,
      retryable: true,
      mayHaveArrived: false,
      reason: expect.stringMatching(/^Not attempted: the run has stopped\. users\/bulkUpdate/),
    });
  });

  it('an authenticator that fails, without its words', async () => {
    const auth = {
      method: 'api-key' as const,
      headers: () => {
        throw new Error('hunter2');
      },
    };
    const { client } = repliesClient([counts(1, 0)], { auth });
    const outcomes = await settle(client, users(3));
    expect(codesOf(outcomes)).toEqual(['failed AUTHENTICATION']);
    expect(JSON.stringify(outcomes)).not.toContain('hunter2');
  });

  it('keeps what was delivered before, and what is wrong with records themselves', async () => {
    const { client } = repliesClient([counts(2, 0), status(401)]);
    const records = users(6);
    const bad = { ...records[5], dataFields: { x: Number.NaN } } as UserRecord;
    const outcomes = await settle(client, [...records.slice(0, 5), bad], {
      maxBatchSize: 2,
      concurrency: 1,
    });
    expect(outcomes.map(inShort)).toEqual([
      '0 delivered',
      '1 delivered',
      '2 failed AUTHENTICATION',
      '3 failed AUTHENTICATION',
      '4 failed AUTHENTICATION',
      '5 failed INVALID_INPUT',
    ]);
  });

  it('leaves open what an earlier reply left open', async () => {
    const { client } = repliesClient([counts(3, 0), status(401)]);
    const outcomes = await settle(client, users(4), { concurrency: 1 });
    expect(outcomes.map(inShort)).toEqual([
      '0 failed AUTHENTICATION',
      '1 failed AUTHENTICATION',
      '2 unknown STOPPED',
      '3 unknown STOPPED',
    ]);
    expect(outcomes[0]).toMatchObject({ mayHaveArrived: true });
  });
});

describe('where every record is refused', () => {
  it.each(['typed', 'refused'])('gives up soon, when it is %s', async (kind) => {
    const { client, model } = modelClient();
    const run = client.users.updateMany(
      users(20_000, () => ({ kind })),
      { concurrency: 1 },
    );
    const outcomes = await Array.fromAsync(run);
    expect(outcomes).toHaveLength(20_000);
    expect(codesOf(outcomes.slice(5000))).toEqual(['failed REQUEST_REFUSED']);
    expect(outcomes.at(-1)).toMatchObject({
      stopped: true,
      reason: expect.stringMatching(/25 records were refused alone, and nothing was accepted/),
    });
    expect(model.bodies.length).toBeLessThan(100);
  });

  it.each(['typed', 'refused'])('goes on to the last where some are good: %s', async (kind) => {
    const { client } = modelClient();
    const outcomes = await settle(
      client,
      users(200, (n) => ({ kind: n % 4 === 3 ? 'ok' : kind })),
    );
    expect(outcomes.map(inShort)).toEqual(
      outcomes.map((_, n) =>
        n % 4 === 3
          ? `${n} delivered`
          : `${n} failed ${kind === 'typed' ? 'INVALID_DATA' : 'REFUSED'}`,
      ),
    );
  });
});
