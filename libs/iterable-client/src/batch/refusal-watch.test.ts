import { expect, it } from 'vitest';
import { RefusalWatch } from './refusal-watch.js';
import type { FailureFacts } from './settlement.js';

const facts: FailureFacts = { code: 'INVALID_DATA', reason: 'A value is wrong.', retryable: false };

function refusals(watch: RefusalWatch, by: 'name' | 'trial', count: number): unknown[] {
  return Array.from({ length: count }, () => watch.refused({ by, facts }));
}

it('believes 25 refusals by name, and has no hope after 25 alone', () => {
  const watch = new RefusalWatch();
  expect(refusals(watch, 'name', 24)).toEqual(Array(24).fill(undefined));
  expect(watch.byName).toBe(true);
  expect(refusals(watch, 'name', 1)).toEqual([undefined]);
  expect(watch.byName).toBe(false);
  expect(refusals(watch, 'trial', 24)).toEqual(Array(24).fill(undefined));
  expect(refusals(watch, 'trial', 1)).toEqual([
    {
      code: 'REQUEST_REFUSED',
      reason: '25 records were refused alone, and nothing was accepted. A value is wrong.',
      retryable: true,
      stopped: true,
    },
  ]);
});

it('believes all refusals and never gives up once something was accepted', () => {
  const watch = new RefusalWatch();
  refusals(watch, 'name', 25);
  watch.accepted();
  expect(watch.byName).toBe(true);
  expect(refusals(watch, 'trial', 100)).toEqual(Array(100).fill(undefined));
});
