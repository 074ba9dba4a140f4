import { describe, expect, it } from 'vitest';
import type { BatchOptions, BatchOutcome, DataFields, UserRecord } from '../src/index.js';
import { inShort, modelClient } from './batch-client.js';
import { BatchModel } from './batch-model.js';

const users = (count: number, kind: (n: number) => DataFields = () => ({})): UserRecord[] =>
  Array.from({ length: count }, (_, n) => ({
    email: `u${n}@example.com`,
    dataFields: { n, kind: 'ok', since: `value ${n}`, ...kind(n) },
  }));

/** A client whose n-th request gets the n-th reply, the last one for all further requests. */
function repliesClient(
  replies: readonly ((request: Request) => Response | Promise<Response>)[],
  options: object = {},
): ReturnType<typeof modelClient> & { readonly sent: number[] } {
  const sent: number[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const text = await request.clone().text();
    const reply = replies[Math.min(sent.length, replies.length - 1)];
    sent.push(Object.values(JSON.parse(text) as object).find(Array.isArray)?.length ?? 0);
    if (reply === undefined) throw new Error('no reply');
    return reply(request);
  };
  return { ...modelClient({}, { fetch, ...options }), sent };
}

const status =
  (code: number, body: object = {}) =>
  (): Response =>
    Response.json(body, { status: code });

const counts =
  (successCount: number, failCount: number, more: object = {}) =>
  (): Response =>
    Response.json({ successCount, failCount, ...more });

const network = (): never => {
  throw new TypeError('fetch failed', {
    cause: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
  });
};

const settle = (
  client: ReturnType<typeof modelClient>['client'],
  records: UserRecord[],
  options?: BatchOptions,
) => Array.fromAsync(client.users.updateMany(records, options));

const codesOf = (outcomes: readonly BatchOutcome[]): string[] => [
  ...new Set(outcomes.map((each) => `${each.status} ${'code' in each ? each.code : ''}`.trim())),
];

describe('what stops a run', () => {
  const badKey = { code: 'BadApiKey', msg: 'Invalid API key', params: { ip: '192.0.2.1' } };
  const limit = { code: 'UniqueFieldsLimitExceeded', msg: 'too many fields', params: null };
  const noList = { code: 'BadParams', msg: 'error.lists.invalidListId', params: null };

  it.each([
    ['a bad key', status(401, badKey), 'authentication'],
    ['a key of the wrong kind', status(403), 'authentication'],
    [
      'a bad token, told as a 400',
      status(400, { code: 'InvalidJwtPayload', msg: '' }),
      'authentication',
    ],
    ['no room for fields', status(400, limit), 'fields-limit'],
    ['a list that does not exist', status(400, noList), 'request-refused'],
    ['a wrong address', status(404), 'request-refused'],
    ['a redirect', status(302), 'request-refused'],
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
    expect(codesOf(outcomes)).toEqual(['failed authentication']);
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
      '2 failed authentication',
      '3 failed authentication',
      '4 failed authentication',
      '5 failed invalid-input',
    ]);
  });

  it('leaves open what an earlier reply left open', async () => {
    const { client } = repliesClient([counts(3, 0), status(401)]);
    const outcomes = await settle(client, users(4), { concurrency: 1 });
    expect(outcomes.map(inShort)).toEqual([
      '0 failed authentication',
      '1 failed authentication',
      '2 unknown stopped',
      '3 unknown stopped',
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
    expect(codesOf(outcomes.slice(5000))).toEqual(['failed request-refused']);
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
          : `${n} failed ${kind === 'typed' ? 'invalid-data' : 'refused'}`,
      ),
    );
  });
});

describe('trouble that may pass', () => {
  it.each([
    ['500', status(500), 'server-error', true],
    ['503', status(503), 'server-error', true],
    ['a lost reply', network, 'no-reply', true],
    ['a page instead of a reply', () => new Response('<html>'), 'unreadable-reply', true],
    ['a 429', status(429), 'rate-limit', false],
  ])('%s fails its records, and no more calls are made', async (_, reply, code, arrived) => {
    const { client, sent } = repliesClient([reply, reply, counts(2, 0)], { maxAttempts: 2 });
    const outcomes = await settle(client, users(4), { maxBatchSize: 2, concurrency: 1 });
    expect(outcomes.map(inShort)).toEqual([
      `0 failed ${code}`,
      `1 failed ${code}`,
      '2 delivered',
      '3 delivered',
    ]);
    expect(outcomes[0]).toMatchObject({ retryable: true, mayHaveArrived: arrived });
    expect(sent).toEqual([2, 2, 2]);
  });

  it('halves a request once that took too long', async () => {
    const slow = status(408);
    const { client, sent } = repliesClient([slow, counts(2, 0), slow], { maxAttempts: 1 });
    const outcomes = await settle(client, users(4));
    expect(sent).toEqual([4, 2, 2]);
    expect(outcomes.map(inShort)).toEqual([
      '0 delivered',
      '1 delivered',
      '2 failed server-error',
      '3 failed server-error',
    ]);
  });

  it('does not forget a lost reply when a later attempt is refused', async () => {
    const refused = status(400, { code: 'BadParams', msg: 'no' });
    const { client } = repliesClient([network, refused]);
    const [outcome] = await settle(client, users(1));
    expect(outcome).toMatchObject({
      status: 'failed',
      code: 'refused',
      iterableCode: 'BadParams',
      mayHaveArrived: true,
      retryable: false,
    });
  });

  it('does not forget a lost reply when a later one lists the record', async () => {
    const lists = { failedUpdates: { forgottenEmails: ['u0@example.com'] } };
    const { client } = repliesClient([network, counts(0, 1, lists)]);
    const [outcome] = await settle(client, users(1));
    expect(outcome).toMatchObject({ code: 'forgotten', mayHaveArrived: true });
  });

  it('takes a failure with a good status for one that leaves everything open', async () => {
    const { client, sent } = repliesClient([status(200, { code: 'BadParams', msg: 'no' })]);
    const outcomes = await settle(client, users(2));
    expect(codesOf(outcomes)).toEqual(['failed refused']);
    expect(outcomes[0]).toMatchObject({ mayHaveArrived: true });
    expect(sent).toEqual([2]);
  });
});

describe('a batch that is refused', () => {
  const mismatch = (field: string, offendingValue: unknown): object => ({
    code: 'RequestFieldsTypesMismatched',
    msg: 'types',
    params: { validationErrors: { [field]: { offendingValue, expectedType: 'date' } } },
  });

  it.each([
    ['a field', 'since', 'value 1', { since: 'value 1' }],
    ['a field with the project before it', 'my_project:::since', 'value 1', { since: 'value 1' }],
    ['a nested field', 'address.zip', 7, { address: { zip: 7 } }],
    ['a field of a list of objects', 'cards.id', 7, { cards: [{ id: 1 }, { id: 7 }] }],
    ['an element of a list', 'tags', 'x', { tags: ['a', 'x'] }],
    ['a name with dots', 'a.b', null, { 'a.b': null }],
  ])('drops the record that carries the value of %s', async (_, field, value, fields) => {
    const { client, sent } = repliesClient([status(400, mismatch(field, value)), counts(2, 0)]);
    const outcomes = await settle(
      client,
      users(3, (n) => (n === 1 ? fields : {})),
    );
    expect(outcomes.map(inShort)).toEqual(['0 delivered', '1 failed invalid-data', '2 delivered']);
    expect(sent).toEqual([3, 2]);
  });

  it('drops all users that carry the value', async () => {
    const { client, sent } = repliesClient([status(400, mismatch('since', '')), counts(1, 0)]);
    const outcomes = await settle(
      client,
      users(3, (n) => (n > 0 ? { since: '' } : {})),
    );
    expect(outcomes.map(inShort)).toEqual([
      '0 delivered',
      '1 failed invalid-data',
      '2 failed invalid-data',
    ]);
    expect(sent).toEqual([3, 1]);
  });

  it('tries events of several names apart, for each name may have a type of its own', async () => {
    const refused = status(400, mismatch('since', 'x'));
    const { client, sent } = repliesClient([refused, counts(1, 0), refused, counts(1, 0), refused]);
    const outcomes = await Array.fromAsync(
      client.events.trackMany(
        ['a', 'b', 'c'].map((eventName) => ({
          email: 'ada@example.com',
          eventName,
          dataFields: eventName === 'a' ? {} : { since: 'x' },
        })),
      ),
    );
    expect(outcomes.map(inShort)).toEqual(['0 delivered', '1 delivered', '2 failed invalid-data']);
    expect(sent).toEqual([3, 1, 2, 1, 1]);
  });

  it('tries those apart that have the field, where no value is named', async () => {
    const reply = {
      code: 'RequestFieldsTypesMismatched',
      msg: 'types',
      params: { validationErrors: { odd: {} } },
    };
    const { client, sent } = repliesClient([status(400, reply), counts(7, 0), status(400, reply)]);
    const outcomes = await settle(
      client,
      users(8, (n) => (n === 5 ? { odd: 1 } : {})),
    );
    expect(sent).toEqual([8, 7, 1]);
    expect(inShort(outcomes[5] as BatchOutcome)).toBe('5 failed invalid-data');
  });

  it('halves where params name nobody of this request', async () => {
    const reply = { code: 'BadJsonBody', msg: 'no', params: { 'obj.users[9].x': 'expected' } };
    const { client, sent } = repliesClient([status(400, reply), counts(2, 0), counts(1, 0)]);
    expect(codesOf(await settle(client, users(3)))).toEqual(['delivered']);
    expect(sent).toEqual([3, 2, 1]);
  });

  it('halves at BatchTooLarge and 413, and at 413 keeps later requests below', async () => {
    const tooMany = status(400, { code: 'BatchTooLarge', msg: 'no' });
    const halved = repliesClient([tooMany, counts(2, 0), counts(2, 0), counts(4, 0)]);
    await settle(halved.client, users(8), { maxBatchSize: 4, concurrency: 1 });
    expect(halved.sent).toEqual([4, 2, 2, 4]);

    const model = new BatchModel({ maxBodyBytes: 400 });
    const { client } = modelClient({}, { fetch: model.fetch });
    await settle(client, users(32), { maxBatchSize: 16, concurrency: 1 });
    const sizes = model.bodies.map((body) => Buffer.byteLength(body));
    expect(sizes.filter((size) => size > 400).length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['ForgottenUserError', 409, 'forgotten'],
    ['InvalidEmailAddressError', 400, 'invalid-identifier'],
    ['EmailAlreadyExists', 400, 'conflict'],
    ['UnknownEmailError', 400, 'not-found'],
    ['SomethingNew', 422, 'refused'],
  ])('tells what %s means for the one record', async (iterableCode, http, code) => {
    const { client } = repliesClient([status(http, { code: iterableCode, msg: 'no' })]);
    const [outcome] = await settle(client, users(1));
    expect(outcome).toMatchObject({ code, iterableCode, retryable: false, mayHaveArrived: false });
    expect(outcome).not.toHaveProperty('stopped');
  });
});

describe('fields that Iterable dropped', () => {
  const reply = counts(3, 0, { filteredOutFields: ['shoe', 'address.zip'] });
  const records = users(3, (n) => [{ shoe: 4 }, { address: { zip: 1 } }, {}][n] ?? {});

  it('are told with the records that carry them', async () => {
    const { client } = repliesClient([reply]);
    const outcomes = await settle(client, records);
    expect(
      outcomes.map((each) => [each.status, 'filteredOutFields' in each && each.filteredOutFields]),
    ).toEqual([
      ['delivered', ['shoe']],
      ['delivered', ['address.zip']],
      ['delivered', false],
    ]);
  });

  it('are a failure where that is asked for, of a record that has arrived otherwise', async () => {
    const { client } = repliesClient([reply]);
    const outcomes = await settle(client, records, { strictFields: true });
    expect(outcomes.map(inShort)).toEqual([
      '0 failed fields-filtered',
      '1 failed fields-filtered',
      '2 delivered',
    ]);
    expect(outcomes[0]).toMatchObject({
      mayHaveArrived: true,
      retryable: false,
      filteredOutFields: ['shoe'],
      reason: 'Iterable dropped fields that it does not know: shoe.',
    });
  });

  it('are told with all records where none is found to carry them', async () => {
    const { client } = repliesClient([counts(3, 0, { filteredOutFields: ['Shoe'] })]);
    const outcomes = await settle(client, records, { strictFields: true });
    expect(codesOf(outcomes)).toEqual(['failed fields-filtered']);
  });
});

describe('a reply that proves nothing', () => {
  it('is followed by smaller requests, until the records alone stay unknown', async () => {
    const { client, sent } = repliesClient([counts(0, 0)]);
    const run = client.users.updateMany(users(4));
    const outcomes = await Array.fromAsync(run);
    expect(codesOf(outcomes)).toEqual(['unknown ambiguous-reply']);
    expect(sent).toEqual([4, 2, 1, 1, 2, 1, 1]);
    expect(run.statistics()).toMatchObject({ unknown: 4, calls: 7, batches: 1, resends: 6 });
  });

  it('is asked again where the record was alone from the beginning', async () => {
    const { client, sent } = repliesClient([counts(0, 0), counts(1, 0)]);
    expect(codesOf(await settle(client, users(1)))).toEqual(['delivered']);
    expect(sent).toEqual([1, 1]);
  });

  it('makes a listed failure afterwards one of a record that may have arrived', async () => {
    const lists = { failedUpdates: { forgottenEmails: ['u0@example.com'] } };
    const { client } = repliesClient([counts(0, 0), counts(0, 1, lists)]);
    const [outcome] = await settle(client, users(1));
    expect(outcome).toMatchObject({ code: 'forgotten', mayHaveArrived: true });
  });

  it('makes a refusal afterwards one of a record that may have arrived', async () => {
    const { client } = repliesClient([counts(0, 0), status(400, { code: 'BadParams', msg: 'no' })]);
    const [outcome] = await settle(client, users(1));
    expect(outcome).toMatchObject({ code: 'refused', mayHaveArrived: true });
  });
});
