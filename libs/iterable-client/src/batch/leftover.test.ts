import { expect, it } from 'vitest';
import { type Halt, leftover } from './leftover.js';

const aborted: Halt = { code: 'ABORTED' };
const error = new Error('wrong key');
const stopped: Halt = {
  code: 'STOPPED',
  facts: { code: 'AUTHENTICATION', reason: 'The key is wrong.', retryable: false, error },
};

it.each([
  [
    'sent, run aborted',
    true,
    aborted,
    {
      status: 'unknown',
      code: 'ABORTED',
      reason:
        'The record was sent, and the run was aborted before a reply proved what became of it.',
    },
  ],
  [
    'sent, run stopped',
    true,
    stopped,
    {
      status: 'unknown',
      code: 'STOPPED',
      reason:
        'The record was sent, and the run stopped before it was known what became of it: The key is wrong.',
    },
  ],
  [
    'not sent, run aborted',
    false,
    aborted,
    {
      status: 'failed',
      code: 'ABORTED',
      reason: 'Not attempted: the run was aborted.',
      retryable: true,
      mayHaveArrived: false,
    },
  ],
  [
    'not sent, run stopped',
    false,
    stopped,
    {
      status: 'failed',
      code: 'AUTHENTICATION',
      reason: 'Not attempted: the run has stopped. The key is wrong.',
      retryable: true,
      stopped: true,
      mayHaveArrived: false,
      error,
    },
  ],
])('%s', (_, mayHaveArrived, halt, settlement) => {
  expect(leftover({ mayHaveArrived }, halt)).toEqual(settlement);
});
