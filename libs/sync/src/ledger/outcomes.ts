import type { RowOutcome } from '../outcome.js';

/**
 * What stands for an outcome in the ledger: its place in this list, which is part of the file format.
 * Null is a row that is being sent.
 */
const OUTCOMES = [
  'delivered',
  'unchanged',
  'skipped',
  'partial',
  'failed',
  'notAttempted',
  null,
] as const satisfies readonly (RowOutcome | null)[];

/** From this number on, outcomes are of rows that were not wholly delivered. */
export const FIRST_FAILURE: number = OUTCOMES.indexOf('partial');

const NUMBERS = new Map<RowOutcome | null, number>(OUTCOMES.map((name, index) => [name, index]));

export function numberOfOutcome(outcome: RowOutcome | null): number {
  const number = NUMBERS.get(outcome);
  if (number === undefined) throw new TypeError(`unknown outcome: ${String(outcome)}`);
  return number;
}

export function outcomeOfNumber(number: number): RowOutcome | null {
  return OUTCOMES[number] ?? null;
}
