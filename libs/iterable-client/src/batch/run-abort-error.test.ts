import { expect, it } from 'vitest';
import { USERS } from '../../test/batch-items.js';
import { batchCounts } from './batch-statistics.js';
import { runAbortError } from './run-abort-error.js';

it.each([
  [0, 'none'],
  [1, 'unknown'],
])('says what may have been done where %i records are unknown', (unknown, effect) => {
  const reason = new Error('enough');
  const error = runAbortError(USERS.operation, { ...batchCounts(), calls: 3, unknown }, reason);
  expect(error).toMatchObject({ code: 'ABORTED', attempts: 3, retryable: false, effect });
  expect(error.cause).toBe(reason);
  expect(error.message).toBe(
    'users/bulkUpdate: the run was aborted by its signal. Each record that was read has its ' +
      'outcome; the source may have more.',
  );
});
