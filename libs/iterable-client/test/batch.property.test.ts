import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { UserRecord } from '../src/index.js';
import {
  batching,
  CODES,
  expectHonest,
  fault,
  kindOf,
  ownUser,
  RUNS,
  slowly,
  userKind,
  usersOf,
} from './batch-arbitraries.js';
import { modelClient } from './batch-client.js';
import type { RecordKind } from './batch-model.js';

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
