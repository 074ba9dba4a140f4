import { expect, it } from 'vitest';
import * as library from './index.js';

it('exports these names and no others', () => {
  expect(Object.keys(library).sort()).toEqual([
    'IterableAbortError',
    'IterableApiError',
    'IterableClient',
    'IterableConfigurationError',
    'IterableError',
    'IterableExportError',
    'IterableInputError',
    'IterableNetworkError',
    'IterableRateLimitError',
    'IterableResponseError',
    'IterableTimeoutError',
    'RateLimiter',
    'baseUrlOf',
  ]);
});
