import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import type { GoneRow } from '../src/index.js';
import type { Ledger, LedgerRun } from '../src/ledger/index.js';
import { createWorld, members, membersFrom, type Member, type World } from './world.js';

/** Ways in which a row, a field or an error could be lost. */
const gone = {
  event: (row: GoneRow) => ({ email: 'email' in row ? row.email : '', eventName: 'left' }) as const,
};

const left = ({ sandbox }: World): number =>
  sandbox.events.all().filter(({ eventName }) => eventName === 'left').length;

/** The world's ledger, one method of whose runs fails. */
function failing({ ledger }: World, method: keyof LedgerRun): Ledger {
  const begin: Ledger['begin'] = async (run) => {
    const held = await ledger.begin(run);
    return new Proxy(held, {
      get: (target, name) => {
        if (name !== method) {
          const value = Reflect.get(target, name) as unknown;
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        }
        return async () => {
          if (name === Symbol.asyncDispose) await target[Symbol.asyncDispose]();
          throw new Error('the disk is gone');
        };
      },
    });
  };
  return new Proxy(ledger, {
    get: (target, name) => (name === 'begin' ? begin : (Reflect.get(target, name) as unknown)),
  });
}

it('another case of an email is the same user, and makes no second event', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 1));
  const { counts } = await world.run([{ id: 1, email: 'USER1@example.com', plan: 'pro' }]);
  expect(counts).toMatchObject({ unchanged: 1 });
  expect(world.sandbox.events.count()).toBe(1);
});

it('a row that leaves a second time gets a second event', async () => {
  await using world = await createWorld();
  for (const count of [2, 1, 2, 1]) await world.run(membersFrom(1, count), { gone });
  expect(left(world)).toBe(2);
});

it('nothing is said to have left where rows are missing from the source', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 5));
  const short = world.run(membersFrom(1, 3), { gone, total: 5 });
  await expect(short).rejects.toMatchObject({ code: 'ACCOUNTING' });
  expect(left(world)).toBe(0);
});

it('nothing is said to have left where a stream was used up by a guard', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 5));
  const rows = Readable.from(membersFrom(1, 5)) as AsyncIterable<Member>;
  const guards = { maxChangedPercent: 50, allowEmpty: true };
  const run = world.run(membersFrom(1, 5), { rows, guards, gone });
  await expect(run).rejects.toMatchObject({ code: 'ACCOUNTING' });
  expect(left(world)).toBe(0);
});

it('a row whose key cannot be read has not left', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 3));
  const key = ({ id }: Member): string => (id === 2 ? '' : String(id));
  const summary = await world.run(membersFrom(1, 3), { sync: { ...members, key }, gone });
  expect(summary.counts).toMatchObject({ unchanged: 2, failed: 1 });
  expect(summary.gone).toBeUndefined();
  expect(left(world)).toBe(0);
});

it('a key that comes again chunks later is found', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 1500));
  const double = { id: 9999, email: 'a@example.com', plan: 'pro' };
  const other = { ...double, email: 'b@example.com' };
  const { counts } = await world.run([double, ...membersFrom(1, 1500), other]);
  expect(counts).toMatchObject({ delivered: 1, unchanged: 1500, failed: 1 });
});

it('a refused row with the key of a good one leaves its entry alone', async () => {
  await using world = await createWorld();
  const user = ({ email, plan }: Member) => {
    if (plan === 'bad') throw new Error('bad plan');
    return { email, dataFields: { plan } };
  };
  const rows = [...membersFrom(1, 1), ...membersFrom(1, 1, 'bad')];
  const sync = { ...members, user };
  await world.run(rows, { sync });
  for (let turn = 1; turn <= 2; turn += 1) {
    expect((await world.run(rows, { sync })).counts).toMatchObject({ unchanged: 1, failed: 1 });
  }
});

it('a payload that contains itself fails alone', async () => {
  await using world = await createWorld();
  const endless: Record<string, unknown> = {};
  endless['self'] = endless;
  const user = ({ id, email, plan }: Member) => ({
    email,
    dataFields: id === 2 ? endless : { plan },
  });
  const { counts, failures } = await world.run(membersFrom(1, 3), {
    sync: { ...members, user } as never,
  });
  expect(counts).toMatchObject({ delivered: 2, failed: 1 });
  expect(failures).toMatchObject([{ row: 2, user: { code: 'MAPPING' } }]);
});

it('what JSON has no number for is not null', async () => {
  await using world = await createWorld();
  const scored = (score: number | null) => ({
    ...members,
    user: ({ email }: Member) => ({ email, dataFields: { score } }),
  });
  await world.run(membersFrom(1, 1), { sync: scored(null) });
  const { counts } = await world.run(membersFrom(1, 1), { sync: scored(NaN) });
  expect(counts).toMatchObject({ partial: 1, unchanged: 0 });
});

it('fields that were not to be created are sent again when they may be', async () => {
  await using world = await createWorld();
  const sync = { ...members, createNewFields: false };
  await world.run(membersFrom(1, 3), { sync, delivery: 'bulk' });
  const { counts } = await world.run(membersFrom(1, 3), {
    sync: { ...members, createNewFields: true },
    delivery: 'bulk',
  });
  expect(counts).toMatchObject({ delivered: 3 });
  expect(world.sandbox.users.get({ email: 'user1@example.com' })?.dataFields).toMatchObject({
    plan: 'pro',
  });
});

it('fields that Iterable drops are told in single delivery too', async () => {
  await using world = await createWorld();
  const sync = { ...members, createNewFields: false };
  world.sandbox.seed({ users: [{ email: 'user9@example.com', dataFields: { other: 1 } }] });
  const { notices } = await world.run(membersFrom(1, 3), { sync, delivery: 'single' });
  expect(notices).toMatchObject([{ code: 'FIELDS_FILTERED', message: /plan/ }]);
});

it('strictFields is refused where no reply could tell', async () => {
  await using world = await createWorld();
  const strict = world.run([], { delivery: 'single', strictFields: true });
  await expect(strict).rejects.toThrow(/strictFields needs bulk delivery/);
  const { delivery } = await world.run(membersFrom(1, 1), { strictFields: true });
  expect(delivery).toBe('bulk');
});

it('a row of another profile that was not asked for is not called unchanged', async () => {
  await using world = await createWorld();
  const rows = [...membersFrom(1, 1), { id: 9, email: 'user1@example.com', plan: 'free' }];
  const { counts } = await world.run(rows, { select: 'failed' });
  expect(counts).toMatchObject({ skipped: 2 });
});

it('a row that comes back is sent, for another may have written its user meanwhile', async () => {
  await using world = await createWorld();
  const pro = { id: 1, email: 'a@example.com', plan: 'pro' };
  for (const row of [pro, { ...pro, id: 2, plan: 'free' }, pro]) await world.run([row]);
  expect(world.sandbox.users.get({ email: 'a@example.com' })?.dataFields).toMatchObject({
    plan: 'pro',
  });
});

it('a refusal of records is an answer, in bulk', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 1));
  const replies = Array.from({ length: 20 }, () => ({ status: 503 }));
  world.sandbox.faults.add({ operation: 'events/trackBulk', replies });
  const rows = membersFrom(2, 3).map((row) => ({ ...row, plan: 7 }));
  const { stopped } = await world.run(rows as never, { delivery: 'bulk', fieldTypes: 'off' });
  expect(stopped).toBeUndefined();
});

it('wrong credentials cost one request for rows that have left, not all', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 300));
  const wrong = world.client({ apiKey: 'wrong' });
  const before = world.requests('events/track');
  const { stopped } = await world.run(membersFrom(1, 1), {
    gone,
    client: wrong,
    fieldTypes: 'off',
  });
  expect(stopped).toMatchObject({ reason: 'authentication' });
  expect(world.requests('events/track') - before).toBeLessThanOrEqual(50);
});

it('a limit that just fits is no early end', async () => {
  await using world = await createWorld();
  const { counts, stopped, gone: summary } = await world.run(membersFrom(1, 4), { limit: 4 });
  expect(counts).toMatchObject({ delivered: 4 });
  expect(stopped).toBeUndefined();
  expect(summary).toMatchObject({ rows: 0 });
});

it('a lock that cannot be let go of does not cost the summary', async () => {
  await using world = await createWorld();
  const ledger = failing(world, Symbol.asyncDispose);
  const { counts } = await world.run(membersFrom(1, 2), { ledger });
  expect(counts).toMatchObject({ delivered: 2 });
});

it('an end that cannot be entered is told, whatever ended the run', async () => {
  await using world = await createWorld();
  const ledger = failing(world, 'end');
  for (const limit of [2, 3, 4]) {
    const { stopped } = await world.run(membersFrom(1, 9), { ledger, limit });
    expect(stopped).toMatchObject({ reason: 'ledger', detail: expect.stringMatching(/disk/) });
  }
});

it('an end that cannot be entered is told beside what stopped the run before', async () => {
  await using world = await createWorld();
  const { stopped, notices } = await world.run(membersFrom(1, 2), {
    ledger: failing(world, 'end'),
    client: world.client({ apiKey: 'wrong' }),
  });
  expect(stopped).toMatchObject({ reason: 'authentication' });
  expect(notices).toContainEqual({
    code: 'LEDGER',
    message: 'the end of the run could not be entered in the ledger: the disk is gone',
  });
});

it('a ledger that cannot enter what became of rows stops the run, and the next sends them again', async () => {
  await using world = await createWorld();
  const rows = membersFrom(1, 3);
  const { stopped, counts } = await world.run(rows, { ledger: failing(world, 'settle') });
  expect(stopped).toMatchObject({ reason: 'ledger', detail: expect.stringMatching(/disk/) });
  expect(counts).toMatchObject({ rows: 3, delivered: 3 });
  expect((await world.run(rows)).counts).toMatchObject({ rows: 3, delivered: 3 });
  expect(world.sandbox.events.count()).toBe(3);
});

it('a ledger that fails after the source did is told beside it', async () => {
  await using world = await createWorld();
  const members = membersFrom(1, 1000);
  const rows = (async function* () {
    yield* members;
    while (world.requests('users/bulkUpdate') === 0) await new Promise(setImmediate);
    throw new Error('the source is gone');
  })();
  const ledger = failing(world, 'settle');
  const run = world.run(members, { rows, ledger, delivery: 'bulk', total: 1001 });
  const { stopped, notices, counts } = await run;
  expect(stopped).toMatchObject({ reason: 'source' });
  expect(counts).toMatchObject({ rows: 1001, delivered: 1000, notAttempted: 1 });
  expect(notices).toContainEqual({
    code: 'LEDGER',
    message:
      'the ledger failed: the disk is gone. What was sent and is not in it will be sent again, which has no further effect.',
  });
});

it.each(['count', 'find', 'write'] as const)(
  'a ledger whose %s fails stops the run',
  async (method) => {
    await using world = await createWorld();
    await world.run(membersFrom(1, 2));
    const sent = world.requests('users/update');
    const guards = { maxChangedPercent: 50 };
    const rows = membersFrom(1, 2, 'free');
    const { stopped, counts } = await world.run(rows, {
      ledger: failing(world, method),
      ...(method === 'count' && { guards }),
    });
    expect(stopped).toMatchObject({ reason: 'ledger' });
    expect(counts).toMatchObject({ rows: 2, notAttempted: 2 });
    expect(world.requests('users/update')).toBe(sent);
  },
);
