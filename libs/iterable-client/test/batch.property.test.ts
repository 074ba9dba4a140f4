import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BatchOutcome, EventTrackRequest, UserRecord } from '../src/index.js';
import { modelClient } from './batch-client.js';
import type { RecordKind, TransportFault } from './batch-model.js';

const RUNS = { numRuns: 100 };

const CODES: Readonly<Partial<Record<RecordKind, string>>> = {
  invalidData: 'INVALID_DATA',
  forgotten: 'FORGOTTEN',
  future: 'REJECTED',
  unlisted: 'REJECTED',
  conflict: 'CONFLICT',
  named: 'INVALID_DATA',
  typed: 'INVALID_DATA',
  refused: 'REFUSED',
  notFound: 'NOT_FOUND',
};

const userKind: fc.Arbitrary<RecordKind> = fc.oneof(
  { weight: 12, arbitrary: fc.constant('ok' as const) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<RecordKind>(
      'invalidData',
      'forgotten',
      'future',
      'noOp',
      'unlisted',
      'conflict',
      'named',
      'typed',
      'refused',
    ),
  },
);

const fault: fc.Arbitrary<TransportFault | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<TransportFault>(
      'lost-before',
      'lost-after',
      'reset-429',
      'status-408',
      'status-500',
      'status-503-after',
      'html',
      'html-after',
      'truncated',
      'undercount',
      'overcount',
      'no-counts',
    ),
  },
);

const batching = fc.record({
  maxBatchSize: fc.integer({ min: 1, max: 16 }),
  maxBatchBytes: fc.constantFrom(400, 1500, 4_000_000),
  concurrency: fc.integer({ min: 1, max: 4 }),
});

/** The fewest splits find few refused records; more than this and nothing accepted ends a run. */
const MOST_REFUSED = 20;

function usersOf(kinds: readonly RecordKind[], whose: (n: number) => UserRecord): UserRecord[] {
  let refused = 0;
  return kinds.map((kind, n) => {
    const fine = kind === 'refused' && (refused += 1) > MOST_REFUSED;
    const fields = { n, kind: fine ? 'ok' : kind, since: `value ${n}` };
    return { ...whose(n), dataFields: fields };
  });
}

const ownUser = (n: number): UserRecord =>
  n % 3 === 0 ? { userId: `u${n}` } : { email: `u${n}@example.com` };

const kindOf = ({ dataFields }: UserRecord | EventTrackRequest): RecordKind =>
  dataFields?.['kind'] as RecordKind;

async function* slowly<Entry>(entries: readonly Entry[]): AsyncGenerator<Entry> {
  for (const [place, entry] of entries.entries()) {
    if (place % 5 === 4) await new Promise(setImmediate);
    yield entry;
  }
}

/** What holds for any faults whatever. */
function expectHonest(
  records: readonly object[],
  outcomes: readonly BatchOutcome[],
  stored: readonly number[],
): void {
  expect(outcomes.map(({ index }) => index)).toEqual(records.map((_, index) => index));
  const held = new Set(stored);
  for (const outcome of outcomes) {
    expect(outcome.record).toBe(records[outcome.index]);
    if (outcome.status === 'delivered') expect(held).toContain(outcome.index);
    if (outcome.status === 'failed' && !outcome.mayHaveArrived) {
      expect(held).not.toContain(outcome.index);
    }
  }
}

it('gives one honest outcome for each user, in order, whatever happens', async () => {
  const property = fc.asyncProperty(
    fc.array(userKind, { maxLength: 60 }),
    fc.array(fault, { maxLength: 40 }),
    batching,
    fc.integer({ min: 0, max: 7 }),
    fc.boolean(),
    async (kinds, faults, options, seed, late) => {
      const turns = (request: number): number => (request * seed) % 5;
      const { client, model } = modelClient({ faults, turns }, { maxAttempts: 2 });
      const records = usersOf(kinds, ownUser);
      const run = client.users.updateMany(late ? slowly(records) : records, options);
      const outcomes = await Array.fromAsync(run);
      expectHonest(records, outcomes, model.stored);
      expect(model.mostInFlight).toBeLessThanOrEqual(options.concurrency);
      const { delivered, failed, unknown, calls } = run.statistics();
      expect(delivered + failed + unknown).toBe(records.length);
      // Whatever the replies are: n records in halves down to single ones make less than 2n calls;
      // each alone may be asked once more, and each that is settled may be followed by the rest.
      expect(calls).toBeLessThanOrEqual(4 * records.length);
    },
  );
  await fc.assert(property, RUNS);
});

it('sends records of one user one after another, in order, whatever happens', async () => {
  const property = fc.asyncProperty(
    fc.array(fc.tuple(userKind, fc.integer({ min: 0, max: 6 })), { maxLength: 60 }),
    fc.array(fault, { maxLength: 40 }),
    batching,
    async (entries, faults, options) => {
      const whose = (n: number): UserRecord => {
        const name = `u${entries[n]?.[1]}@example.com`;
        return { email: n % 2 === 0 ? name : name.toUpperCase() };
      };
      const { client, model } = modelClient({ faults, turns: (n) => n % 4 }, { maxAttempts: 2 });
      const records = usersOf(
        entries.map(([kind]) => kind),
        whose,
      );
      const outcomes = await Array.fromAsync(client.users.updateMany(records, options));
      expectHonest(records, outcomes, model.stored);
      for (const group of Map.groupBy(model.stored, (n) => entries[n]?.[1]).values()) {
        expect(group).toEqual(group.toSorted((a, b) => a - b));
      }
      for (const request of model.requests) {
        const users = request.map((n) => entries[n]?.[1]);
        expect(new Set(users).size).toBe(users.length);
      }
    },
  );
  await fc.assert(property, RUNS);
});

it('finds each bad record among the good ones, with few calls more than needed', async () => {
  const property = fc.asyncProperty(
    fc.array(userKind, { maxLength: 120 }),
    fc.integer({ min: 1, max: 32 }),
    fc.integer({ min: 1, max: 4 }),
    async (kinds, maxBatchSize, concurrency) => {
      const { client, model } = modelClient();
      const records = usersOf(kinds, ownUser);
      const run = client.users.updateMany(records, { maxBatchSize, concurrency });
      for await (const outcome of run) {
        const code = CODES[kindOf(outcome.record)];
        const told = outcome.status === 'failed' ? outcome.code : undefined;
        expect([outcome.index, outcome.status, told]).toEqual([
          outcome.index,
          code === undefined ? 'delivered' : 'failed',
          code,
        ]);
      }

      // Named records cost a call at most. Each other culprit is bisected: two calls a level, with
      // one level more where suspects are set apart, and one call where known failures go first.
      const count = (...named: RecordKind[]): number =>
        records.filter((record) => named.includes(kindOf(record))).length;
      const least = Math.ceil(records.length / maxBatchSize);
      const hidden = count('refused', 'unlisted', 'conflict');
      const levels = Math.ceil(Math.log2(maxBatchSize)) + 1;
      const most = least + count('named', 'typed') + hidden * (1 + 2 * levels);
      const { calls, batches, splits, resends } = run.statistics();
      expect(batches).toBe(least);
      expect(calls).toBe(model.requests.length);
      expect(calls).toBe(batches + splits + resends);
      expect(calls).toBeLessThanOrEqual(most);
    },
  );
  await fc.assert(property, RUNS);
});

it('makes the fewest calls where nothing goes wrong, by count and by bytes', async () => {
  const property = fc.asyncProperty(
    fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 80 }),
    fc.record({
      maxBatchSize: fc.integer({ min: 1, max: 20 }),
      maxBatchBytes: fc.integer({ min: 800, max: 3000 }),
      concurrency: fc.integer({ min: 1, max: 4 }),
    }),
    async (lengths, options) => {
      const { client, model } = modelClient({ turns: (n) => n % 3 });
      const records = lengths.map((length, n) => ({
        email: `u${n}@example.com`,
        dataFields: { n, kind: 'ok', text: 'ü'.repeat(length) },
      }));
      const outcomes = await Array.fromAsync(client.users.updateMany(records, options));
      const fits = (batch: readonly object[]): boolean =>
        Buffer.byteLength(JSON.stringify({ users: batch })) <= options.maxBatchBytes;
      expect(outcomes.every(({ status }) => status === 'delivered')).toBe(true);
      // Filled one after another, in order.
      const expected: (typeof records)[] = [];
      for (const record of records) {
        const last = expected.at(-1);
        const joins = last && last.length < options.maxBatchSize && fits([...last, record]);
        if (joins) last.push(record);
        else expected.push([record]);
      }
      const sent = model.bodies.map((body) => (JSON.parse(body) as { users: object[] }).users);
      expect(sent).toEqual(expected);
    },
  );
  await fc.assert(property, RUNS);
});

it('gets below a limit of bytes that nobody told, and fails alone what is too large', async () => {
  const property = fc.asyncProperty(
    fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 60 }),
    fc.integer({ min: 150, max: 2000 }),
    async (lengths, maxBodyBytes) => {
      const { client, model } = modelClient({ maxBodyBytes });
      const records = lengths.map((length, n) => ({
        email: `u${n}@example.com`,
        dataFields: { n, kind: 'ok', text: 'x'.repeat(length) },
      }));
      const outcomes = await Array.fromAsync(
        client.users.updateMany(records, { maxBatchSize: 16 }),
      );
      expectHonest(records, outcomes, model.stored);
      for (const { index, status } of outcomes) {
        const size = Buffer.byteLength(JSON.stringify({ users: [records[index]] }));
        expect(status).toBe(size <= maxBodyBytes ? 'delivered' : 'failed');
      }
    },
  );
  await fc.assert(property, RUNS);
});

it('gives one honest outcome for each event, in order, whatever happens', async () => {
  const eventKind = fc.constantFrom<RecordKind>(
    'ok',
    'ok',
    'ok',
    'unlisted',
    'refused',
    'named',
    'future',
  );
  const property = fc.asyncProperty(
    fc.array(fc.tuple(eventKind, fc.integer({ min: 0, max: 5 })), { maxLength: 60 }),
    fc.array(fault, { maxLength: 30 }),
    fc.constantFrom('once' as const, 'each' as const),
    batching,
    async (entries, faults, lists, options) => {
      const { client, model } = modelClient(
        { faults, lists, disallowed: ['blocked'], turns: (n) => n % 3 },
        { maxAttempts: 2 },
      );
      let refused = 0;
      const records = entries.map(([kind, user], n): EventTrackRequest => {
        // Nobody knows user 0; all of its events fail for that, and none of the others'.
        const fine = kind === 'refused' && (refused += 1) > MOST_REFUSED;
        const known = fine ? 'ok' : kind;
        const own = known === 'refused' || known === 'named' ? known : 'notFound';
        return {
          userId: `u${user}`,
          eventName: n % 7 === 6 ? 'blocked' : 'viewed',
          dataFields: { n, kind: user === 0 ? own : known },
        };
      });
      const run = client.events.trackMany(records, options);
      const outcomes = await Array.fromAsync(run);
      expectHonest(records, outcomes, model.stored);
      if (faults.some((each) => each !== undefined)) return;
      for (const { record, ...outcome } of outcomes) {
        const code = record.eventName === 'blocked' ? 'EVENT_DISALLOWED' : CODES[kindOf(record)];
        const refusal = ['named', 'refused'].includes(kindOf(record))
          ? CODES[kindOf(record)]
          : code;
        expect(outcome.status === 'failed' ? outcome.code : undefined).toBe(refusal);
      }
    },
  );
  await fc.assert(property, RUNS);
});
