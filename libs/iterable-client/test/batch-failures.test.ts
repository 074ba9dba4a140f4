import { describe, expect, it } from 'vitest';
import type { BatchOutcome } from '../src/index.js';
import { inShort, modelClient } from './batch-client.js';
import { BatchModel } from './batch-model.js';
import { codesOf, counts, network, repliesClient, settle, status, users } from './batch-replies.js';

describe('trouble that may pass', () => {
  it.each([
    ['500', status(500), 'SERVER_ERROR', true],
    ['503', status(503), 'SERVER_ERROR', true],
    ['a lost reply', network, 'NO_REPLY', true],
    ['a page instead of a reply', () => new Response('<html>'), 'UNREADABLE_REPLY', true],
    ['a 429', status(429), 'RATE_LIMIT', false],
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
      '2 failed SERVER_ERROR',
      '3 failed SERVER_ERROR',
    ]);
  });

  it('does not forget a lost reply when a later attempt is refused', async () => {
    const refused = status(400, { code: 'BadParams', msg: 'no' });
    const { client } = repliesClient([network, refused]);
    const [outcome] = await settle(client, users(1));
    expect(outcome).toMatchObject({
      status: 'failed',
      code: 'REFUSED',
      iterableCode: 'BadParams',
      mayHaveArrived: true,
      retryable: false,
    });
  });

  it('does not forget a lost reply when a later one lists the record', async () => {
    const lists = { failedUpdates: { forgottenEmails: ['u0@example.com'] } };
    const { client } = repliesClient([network, counts(0, 1, lists)]);
    const [outcome] = await settle(client, users(1));
    expect(outcome).toMatchObject({ code: 'FORGOTTEN', mayHaveArrived: true });
  });

  it('takes a failure with a good status for one that leaves everything open', async () => {
    const { client, sent } = repliesClient([status(200, { code: 'BadParams', msg: 'no' })]);
    const outcomes = await settle(client, users(2));
    expect(codesOf(outcomes)).toEqual(['failed REFUSED']);
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
    expect(outcomes.map(inShort)).toEqual(['0 delivered', '1 failed INVALID_DATA', '2 delivered']);
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
      '1 failed INVALID_DATA',
      '2 failed INVALID_DATA',
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
    expect(outcomes.map(inShort)).toEqual(['0 delivered', '1 delivered', '2 failed INVALID_DATA']);
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
    expect(inShort(outcomes[5] as BatchOutcome)).toBe('5 failed INVALID_DATA');
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
    ['ForgottenUserError', 409, 'FORGOTTEN'],
    ['InvalidEmailAddressError', 400, 'INVALID_IDENTIFIER'],
    ['EmailAlreadyExists', 400, 'CONFLICT'],
    ['UnknownEmailError', 400, 'NOT_FOUND'],
    ['SomethingNew', 422, 'REFUSED'],
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
      '0 failed FIELDS_FILTERED',
      '1 failed FIELDS_FILTERED',
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
    expect(codesOf(outcomes)).toEqual(['failed FIELDS_FILTERED']);
  });
});

describe('a reply that proves nothing', () => {
  it('is followed by smaller requests, until the records alone stay unknown', async () => {
    const { client, sent } = repliesClient([counts(0, 0)]);
    const run = client.users.updateMany(users(4));
    const outcomes = await Array.fromAsync(run);
    expect(codesOf(outcomes)).toEqual(['unknown AMBIGUOUS_REPLY']);
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
    expect(outcome).toMatchObject({ code: 'FORGOTTEN', mayHaveArrived: true });
  });

  it('makes a refusal afterwards one of a record that may have arrived', async () => {
    const { client } = repliesClient([counts(0, 0), status(400, { code: 'BadParams', msg: 'no' })]);
    const [outcome] = await settle(client, users(1));
    expect(outcome).toMatchObject({ code: 'REFUSED', mayHaveArrived: true });
  });
});
