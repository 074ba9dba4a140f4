import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { EventTrackRequest } from '../src/index.js';
import {
  batching,
  CODES,
  expectHonest,
  fault,
  kindOf,
  MOST_REFUSED,
  RUNS,
} from './batch-arbitraries.js';
import { modelClient } from './batch-client.js';
import type { RecordKind } from './batch-model.js';

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
