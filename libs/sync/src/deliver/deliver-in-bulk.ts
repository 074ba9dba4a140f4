import type { BatchOutcome } from '@org/iterable-client';
import type { ComparedRow } from '../compare/compared-row.js';
import type { EventPayload, UserPayload } from '../define-sync.js';
import type { CallResult } from '../outcome.js';
import { BatchJudge } from './batch-judge.js';
import { batchOptions } from './batch-options.js';
import { batchResult } from './batch-result.js';
import { Breather } from './breather.js';
import { Channel } from './channel.js';
import { leave } from './deliver-singly.js';
import type { DeliveryContext } from './delivery-context.js';
import { unattemptedResult, unsentResult } from './results.js';
import { RowSource } from './row-source.js';

/** Rows between the profile and the event: enough for a request while another is filled. */
const BETWEEN = 2000;

/** A row whose profile is through. */
interface Halfway {
  readonly row: ComparedRow;
  readonly user: CallResult;
}

/**
 * Delivers rows many to a request: profiles through `users/bulkUpdate`, and each row's event through
 * `events/trackBulk` once its profile is through. Memory is bound by what the batches hold.
 */
export async function deliverInBulk(
  rows: AsyncIterable<ComparedRow>,
  run: DeliveryContext,
): Promise<void> {
  const halfway = new Channel<Halfway>(BETWEEN);
  const users = sendUsers(rows, halfway, run).finally(() => halfway.close());
  const events = sendEvents(halfway, run).catch(async (error: unknown) => {
    // The profiles must not wait for ever for room between the two.
    run.stop('refused', 'an internal error', error);
    for await (const { row, user } of halfway) await run.settle(row, user, tooLate(row, run));
    throw error;
  });
  // What is under way ends before an error is told.
  const ends = await Promise.allSettled([users, events]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

async function sendUsers(
  rows: AsyncIterable<ComparedRow>,
  halfway: Channel<Halfway>,
  run: DeliveryContext,
): Promise<void> {
  const iterator = rows[Symbol.asyncIterator]();
  const breather = new Breather(run);
  const source = new RowSource<UserPayload>({
    next: async () => {
      await breather.breathe();
      const step = await iterator.next();
      return step.done ? undefined : step.value;
    },
    take: async (row) => {
      if (run.stopped()) await leave(row, run);
      else if (row.send.user && row.mapped.user) return row.mapped.user;
      else await halfway.push({ row, user: unsentResult(row, 'user') });
      return undefined;
    },
  });
  const { createNewFields } = run;
  const options = {
    ...batchOptions('users/bulkUpdate', run),
    ...(createNewFields !== undefined && { createNewFields }),
  };
  const outcomes = run.client.users.updateMany?.(source, options);
  await follow(outcomes ?? [], run, async (outcome) => {
    const row = source.rowOf(outcome.record);
    await halfway.push({ row, user: batchResult(outcome) });
  });
  for (const row of await source.leftovers()) await leave(row, run);
  // Whatever the query still had in hand has to be accounted for too.
  for (let step = await iterator.next(); !step.done; step = await iterator.next()) {
    await leave(step.value, run);
  }
}

/** Sends the events of rows, and settles the rows. */
export async function sendEvents(
  halfway: AsyncIterable<Halfway>,
  run: DeliveryContext,
): Promise<void> {
  const users = new Map<ComparedRow, CallResult>();
  const iterator = halfway[Symbol.asyncIterator]();
  const settle = async (row: ComparedRow, event: CallResult): Promise<void> => {
    const user = users.get(row) ?? unsentResult(row, 'user');
    users.delete(row);
    await run.settle(row, user, event);
  };
  const source = new RowSource<EventPayload>({
    next: async () => {
      const step = await iterator.next();
      if (step.done) return undefined;
      const { row, user } = step.value;
      users.set(row, user);
      return row;
    },
    take: async (row) => {
      if (row.send.event && row.mapped.event && !ended(run)) return row.mapped.event;
      await settle(row, ended(run) ? tooLate(row, run) : unsentResult(row, 'event'));
      return undefined;
    },
  });
  const outcomes = run.client.events.trackMany?.(source, batchOptions('events/trackBulk', run));
  await follow(outcomes ?? [], run, (outcome) =>
    settle(source.rowOf(outcome.record), batchResult(outcome)),
  );
  for (const row of await source.leftovers()) await settle(row, tooLate(row, run));
  for (let step = await iterator.next(); !step.done; step = await iterator.next()) {
    users.set(step.value.row, step.value.user);
    await settle(step.value.row, tooLate(step.value.row, run));
  }
}

/** Takes the outcomes of a batch to their end, or to the end of the run. */
async function follow<Entry>(
  outcomes: AsyncIterable<BatchOutcome<Entry>> | Iterable<BatchOutcome<Entry>>,
  run: DeliveryContext,
  take: (outcome: BatchOutcome<Entry>) => Promise<void>,
): Promise<void> {
  const judge = new BatchJudge(run);
  const breather = new Breather(run);
  try {
    for await (const outcome of outcomes) {
      judge.look(outcome);
      await take(outcome);
      await breather.breathe();
    }
  } catch (error) {
    // After an abort all outcomes have come, and the batch says that it was aborted.
    if (!run.signal.aborted) throw error;
  }
}

/** Whether not even what is half done is to be finished: a run that was merely asked to stop is not. */
const ended = ({ signal, stopped }: DeliveryContext): boolean =>
  signal.aborted || !FINISHES.has(stopped()?.reason);

const FINISHES: ReadonlySet<string | undefined> = new Set([
  undefined,
  'interrupted',
  'limit',
  'max-failures',
  'source',
]);

function tooLate(row: ComparedRow, run: DeliveryContext): CallResult {
  const why = `the run stopped before: ${run.stopped()?.detail ?? 'interrupted'}`;
  return unattemptedResult(row, 'event', why);
}
