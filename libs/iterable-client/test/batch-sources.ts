import type { BatchOutcome, DataFields } from '../src/index.js';

/** A user of a test. */
export interface TestUser {
  email: string;
  dataFields: DataFields;
}

/** A user with a number. */
export const user = (n: number, more: DataFields = {}): TestUser => ({
  email: `u${n}@example.com`,
  dataFields: { n, kind: 'ok', ...more },
});

/** Users with the numbers from 0. */
export const users = (count: number): TestUser[] =>
  Array.from({ length: count }, (_, n) => user(n));

/** A source that counts what was read of it, and tells whether it was closed. */
export function counting<Entry>(entries: Iterable<Entry>): {
  readonly read: number;
  readonly closed: boolean;
  records: AsyncGenerator<Entry>;
} {
  const state = { read: 0, closed: false, records: undefined as never };
  async function* records(): AsyncGenerator<Entry> {
    try {
      for (const entry of entries) {
        state.read += 1;
        yield entry;
      }
    } finally {
      state.closed = true;
    }
  }
  return Object.assign(state, { records: records() });
}

/** Outcomes up to the error that ends the run, and the error. */
export async function outcomesAndError(
  run: AsyncIterable<BatchOutcome>,
): Promise<{ readonly outcomes: BatchOutcome[]; readonly error: unknown }> {
  const outcomes: BatchOutcome[] = [];
  try {
    for await (const outcome of run) outcomes.push(outcome);
  } catch (error) {
    return { outcomes, error };
  }
  return { outcomes, error: undefined };
}
