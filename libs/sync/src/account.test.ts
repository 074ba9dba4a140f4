import { describe, expect, it } from 'vitest';
import { Account } from './account.js';
import type { RowOutcome, RowRecord } from './outcome.js';

const OUTCOMES: readonly RowOutcome[] = [
  'delivered',
  'partial',
  'failed',
  'unchanged',
  'skipped',
  'notAttempted',
];
const none = { status: 'none' } as const;
const record = (row: number, outcome: RowOutcome): RowRecord => ({
  row,
  outcome,
  user: none,
  event: none,
});

/** An account with a row for each outcome, two of the second, three of the third and so on. */
function filled(keptFailures = 100): { readonly account: Account; readonly rows: number } {
  const account = new Account(keptFailures);
  let rows = 0;
  OUTCOMES.forEach((outcome, index) => {
    for (let count = 0; count <= index; count += 1) account.enter(record((rows += 1), outcome));
  });
  return { account, rows };
}

describe('the counts', () => {
  it('have each row under its outcome', () => {
    const { account, rows } = filled();
    const counts = account.close(rows, rows, { complete: true });
    expect(counts).toEqual({
      rows: 21,
      delivered: 1,
      partial: 2,
      failed: 3,
      unchanged: 4,
      skipped: 5,
      notAttempted: 6,
    });
    expect(Object.isFrozen(counts)).toBe(true);
  });

  it('have rows that were passed over in a block as unchanged', () => {
    const { account, rows } = filled();
    account.enterUnchanged(70);
    const counts = account.close(rows + 70, rows + 70, { complete: true });
    expect(counts).toMatchObject({ rows: 91, unchanged: 74 });
  });

  it('have rows that were never read as not attempted', () => {
    const { account, rows } = filled();
    const counts = account.close(rows, rows + 9, { complete: false });
    expect(counts).toMatchObject({ rows: 30, notAttempted: 15 });
  });

  it('may have all rows of a run that was ended after the last', () => {
    const { account, rows } = filled();
    expect(account.close(rows, rows, { complete: false })).toMatchObject({ rows: 21 });
  });

  it.each([
    ['a row was entered twice', -1, 0, true],
    ['a row was read and never entered', 1, 0, true],
    ['a row of a run that came to its end was not read', 0, 1, true],
    ['more rows were read than there are, in a run that came to its end', 0, -1, true],
    ['more rows were read than there are, in a run that did not', 0, -1, false],
  ])('are refused where %s', (_, more, unread, complete) => {
    const { account, rows } = filled();
    const read = rows + more;
    expect(() => account.close(read, read + unread, { complete })).toThrow(
      expect.objectContaining({
        name: 'SyncError',
        code: 'ACCOUNTING',
        message:
          `The books don't balance: the query returns ${String(read + unread)} rows, ` +
          `${String(read)} were read and 21 have an outcome. Please report this with the log file.`,
      }),
    );
  });
});

describe('the failures', () => {
  it('are the rows that failed wholly or partly, in their order', () => {
    const { account } = filled();
    expect(account.failed).toBe(5);
    expect(account.failures.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, 'partial'],
      [3, 'partial'],
      [4, 'failed'],
      [5, 'failed'],
      [6, 'failed'],
    ]);
  });

  it('are kept up to the number that was asked for, and counted beyond it', () => {
    const { account } = filled(2);
    expect(account.failures.map(({ row }) => row)).toEqual([2, 3]);
    expect(account.failed).toBe(5);
    expect(filled(0).account.failures).toEqual([]);
  });
});
