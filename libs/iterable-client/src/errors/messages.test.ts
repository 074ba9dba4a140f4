import { describe, expect, it } from 'vitest';
import type { ApiFailure, Failure } from '../retry/failure.js';
import { abortErrorOf } from './abort-error-of.js';
import { failureMessage, type MessageFacts } from './failure-message.js';
import { IterableExportError } from './iterable-export-error.js';

describe('the message of an export that is not whole says why, and what to do', () => {
  it.each([
    ['Completed', true, false, 'cut the export because it is too large. Export shorter periods.'],
    ['Failed', false, false, 'the export job failed; its files are not all.'],
    ['failed', false, false, 'the export job failed; its files are not all.'],
    ['Running', false, true, 'not done (Running); more files may follow. Ask again later.'],
    ['x'.repeat(99), false, true, `(${'x'.repeat(40)})`],
  ])('%s, cut: %s', (jobState, cut, retryable, words) => {
    const error = new IterableExportError('export/files', jobState, cut);
    expect(error).toMatchObject({
      code: 'EXPORT_INCOMPLETE',
      effect: 'none',
      attempts: 1,
      jobState,
      exportTruncated: cut,
      retryable,
    });
    expect(error.message).toMatch(/^export\/files: /);
    expect(error.message).toContain(words);
  });
});

it.each([
  [
    'unknown',
    'users/update was aborted by its signal after 2 attempt(s); whether Iterable did the work is unknown.',
  ],
  ['none', 'users/update was aborted by its signal after 2 attempt(s).'],
] as const)('the message of an abort says what may have been done: %s', (effect, message) => {
  const facts = { operation: 'users/update', attempts: 2, effect, reason: undefined };
  expect(abortErrorOf(facts).message).toBe(message);
});

describe('the message of a failure says what to do', () => {
  const facts: MessageFacts = {
    operation: 'users/update',
    attempts: 2,
    reason: 'permanent',
    remainingMs: 1234,
  };
  const timeout: Failure = { kind: 'timeout', timeoutMs: 500 };
  const api = (change: Partial<ApiFailure>): Failure => ({
    kind: 'api',
    code: 'API_ERROR',
    status: 400,
    ...change,
  });

  it.each([
    ['no time left after a timeout', timeout, { reason: 'time' }, 'The call has 1.3 s left.'],
    ['no attempt left after a timeout', timeout, { reason: 'attempts' }, 'within 500 ms.'],
    [
      'a single attempt that was allowed',
      timeout,
      { attempts: 1, reason: 'attempts' },
      'It is not repeated: one attempt is allowed.',
    ],
    [
      'a token that Iterable refuses',
      api({ status: 401, iterableCode: 'InvalidJwtPayload' }),
      {},
      "Check the secret that tokens are signed with, and this machine's clock.",
    ],
    [
      'a key that needs a token',
      api({ status: 401, iterableCode: 'BadAuthorizationHeader' }),
      {},
      'A JWT-enabled key needs a token of the user beside it.',
    ],
    [
      'no time left for a wait of our own',
      api({ status: 503 }),
      { reason: 'time' },
      'The call has 1.3 s left, less than the wait before the next attempt.',
    ],
    [
      'no time left for the wait that is asked for',
      api({ status: 429, hintMs: 60_000 }),
      { reason: 'time' },
      'Iterable asks to wait 60 s, and the call has 1.3 s left.',
    ],
    [
      'a 401 without a code',
      api({ status: 401 }),
      {},
      'Check the credentials and the data center.',
    ],
    ['a 403 without a code', api({ status: 403 }), {}, 'This kind of API key may not do this.'],
    ['a 400 without a code', api({}), {}, 'users/update failed after 2 attempts: HTTP 400.'],
  ] as const)('%s', (_name, failure, change, end) => {
    const message = failureMessage(failure, { ...facts, ...change });
    expect(message.endsWith(end)).toBe(true);
  });
});
