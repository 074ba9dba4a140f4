import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adviceFor } from '../../src/run/advice.js';

const otherwise = adviceFor({ code: 'something new' });

/** The codes of a union type: their libraries don't export them as values. */
function codesIn(source: string, pattern: RegExp): string[] {
  const text = readFileSync(new URL(`../../../../libs/${source}`, import.meta.url), 'utf8');
  return [...text.matchAll(pattern)].map(([, code]) => code ?? '');
}

const ofChecks = codesIn('sync/src/checks/problem.ts', /^ {2}\| '([A-Z_]+)'/gm);
const ofIterable = codesIn(
  'iterable-client/src/types/iterable-api-response.ts',
  /^ {2}\| '(\w+)'/gm,
).filter((code) => code !== 'Success');

describe('there is advice for', () => {
  it.each([...ofChecks, 'KEY', 'DUPLICATE_KEY'])('%s, of the checks before sending', (code) => {
    expect(ofChecks.length).toBeGreaterThan(10);
    expect(adviceFor({ code })).not.toBe(otherwise);
  });

  it.each(ofIterable)('%s, of Iterable', (code) => {
    expect(ofIterable.length).toBeGreaterThan(20);
    expect(adviceFor({ code })).not.toBe(otherwise);
  });
});

it('a code that nobody knows is advised by its status', () => {
  expect(adviceFor({ code: 'Odd', httpStatus: 503 })).toBe(adviceFor({ code: 'GenericError' }));
  expect(adviceFor({ code: 'Odd', httpStatus: 400 })).toBe(otherwise);
  expect(adviceFor({ code: 'toString' })).toBe(otherwise);
});
