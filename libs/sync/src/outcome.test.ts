import { expect, it } from 'vitest';
import { type CallResult, outcomeOf, type RowOutcome } from './outcome.js';

const RESULTS: Readonly<Record<CallResult['status'], CallResult>> = {
  delivered: { status: 'delivered', attempts: 1 },
  failed: {
    status: 'failed',
    reason: 'refused',
    code: 'InvalidEmailAddressError',
    attempts: 1,
    retryable: false,
    mayHaveArrived: false,
  },
  unchanged: { status: 'unchanged' },
  'not-sent': { status: 'not-sent', reason: 'stopped' },
  skipped: { status: 'skipped', reason: 'not asked for' },
  none: { status: 'none' },
};

/** What two calls add up to, whichever of them is the user's. */
const TABLE: readonly (readonly [CallResult['status'], CallResult['status'], RowOutcome])[] = [
  ['delivered', 'delivered', 'delivered'],
  ['delivered', 'failed', 'partial'],
  ['delivered', 'unchanged', 'delivered'],
  ['delivered', 'not-sent', 'partial'],
  ['delivered', 'skipped', 'delivered'],
  ['delivered', 'none', 'delivered'],
  ['failed', 'failed', 'failed'],
  ['failed', 'unchanged', 'partial'],
  ['failed', 'not-sent', 'failed'],
  ['failed', 'skipped', 'failed'],
  ['failed', 'none', 'failed'],
  ['unchanged', 'unchanged', 'unchanged'],
  ['unchanged', 'not-sent', 'notAttempted'],
  ['unchanged', 'skipped', 'unchanged'],
  ['unchanged', 'none', 'unchanged'],
  ['not-sent', 'not-sent', 'notAttempted'],
  ['not-sent', 'skipped', 'notAttempted'],
  ['not-sent', 'none', 'notAttempted'],
  ['skipped', 'skipped', 'skipped'],
  ['skipped', 'none', 'skipped'],
  ['none', 'none', 'skipped'],
];

it.each(TABLE)('%s and %s is %s', (one, other, outcome) => {
  expect(outcomeOf(RESULTS[one], RESULTS[other])).toBe(outcome);
  expect(outcomeOf(RESULTS[other], RESULTS[one])).toBe(outcome);
});
