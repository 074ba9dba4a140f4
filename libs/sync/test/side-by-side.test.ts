import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defineSync, type RowOutcome, type SyncClient } from '../src/index.js';
import { both, rows, run, SUCCESS, type Row } from './support.js';

/** A client that notes which users are in flight. */
function watchedClient() {
  const inFlight: string[] = [];
  const seen = { most: 0, overlaps: 0 };
  const call = async ({ email = '' }: { email?: string | undefined }) => {
    if (inFlight.includes(email.toLowerCase())) seen.overlaps += 1;
    inFlight.push(email.toLowerCase());
    seen.most = Math.max(seen.most, inFlight.length);
    await new Promise((resolve) => setImmediate(resolve));
    inFlight.splice(inFlight.indexOf(email.toLowerCase()), 1);
    return SUCCESS;
  };
  const client: SyncClient = { users: { update: call }, events: { track: call } };
  return { client, seen };
}

it('as many rows are in flight as allowed, and no more', async () => {
  const { client, seen } = watchedClient();
  await run(rows(100), { client, concurrency: 7 });
  expect(seen.most).toBe(7);
});

it('the first row goes alone', async () => {
  const { client } = watchedClient();
  const { events } = await run(rows(10), { client, concurrency: 5 });
  const second = events.findIndex((event) => event.type === 'row-started' && event.row === 2);
  const first = events.findIndex(
    (event) => event.type === 'row-finished' && event.record.row === 1,
  );
  expect(first).toBeLessThan(second);
});

const sameProfile = defineSync<Row>({ ...both, user: ({ email }) => ({ email }) });

it('rows of one user are never in flight together, whatever the case of the email', async () => {
  const { client, seen } = watchedClient();
  const same = rows(40).map((row): Row => ({
    ...row,
    email: row.id % 2 ? 'A@example.com' : 'a@example.com',
  }));
  const { summary } = await run(same, { client, concurrency: 10, sync: sameProfile });
  expect(seen.overlaps).toBe(0);
  expect(summary.counts.delivered).toBe(40);
});

it('no more rows are read than are in flight', async () => {
  let read = 0;
  let finished = 0;
  let ahead = 0;
  async function* counting(): AsyncGenerator<Row> {
    for (const row of rows(200)) {
      read += 1;
      ahead = Math.max(ahead, read - finished);
      yield await Promise.resolve(row);
    }
  }
  const { client } = watchedClient();
  await run([], {
    rows: counting(),
    client,
    concurrency: 4,
    onEvent: (event) => {
      if (event.type === 'row-finished') finished += 1;
    },
  });
  expect(ahead).toBeLessThanOrEqual(6);
});

it('the counts add up to the rows, whatever happens to each call', async () => {
  const fate = fc.constantFrom('ok', 'fail', 'throw-null');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fate, fate), { maxLength: 30 }),
      fc.integer({ min: 1, max: 8 }),
      async (fates, concurrency) => {
        const answer = (kind: 0 | 1) => async (body: { email?: string | undefined }) => {
          await new Promise((resolve) => setImmediate(resolve));
          const index = Number(/\d+/.exec(body.email ?? '')?.[0]) - 1;
          const end = fates[index]?.[kind];
          if (end === 'fail') throw new Error('refused');
          if (end === 'throw-null') throw null as unknown as Error;
          return SUCCESS;
        };
        const { summary } = await run(rows(fates.length), {
          client: { users: { update: answer(0) }, events: { track: answer(1) } },
          concurrency,
          total: fates.length,
        });
        const expected = (outcome: RowOutcome): number =>
          fates.filter((pair) => {
            const delivered = pair.filter((each) => each === 'ok').length;
            return (['failed', 'partial', 'delivered'] as const)[delivered] === outcome;
          }).length;
        const { counts } = summary;
        expect(counts).toMatchObject({
          rows: fates.length,
          delivered: expected('delivered'),
          partial: expected('partial'),
          failed: expected('failed'),
        });
      },
    ),
    { numRuns: 60 },
  );
});
