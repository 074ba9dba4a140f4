import { expect, it } from 'vitest';
import { serverHint } from './server-hint.js';

const headers = (retryAfter?: string): Headers =>
  new Headers(retryAfter === undefined ? {} : { 'retry-after': retryAfter });

it('takes the longer of two hints', () => {
  const params = { rateLimitReset: 9 };
  expect(serverHint({ status: 429, headers: headers('7'), params }, 0)).toBe(9000);
  expect(serverHint({ status: 429, headers: headers('11'), params }, 0)).toBe(11_000);
});

it('reads rateLimitReset on a 429 only, and Retry-After everywhere', () => {
  const params = { rateLimitReset: 9 };
  expect(serverHint({ status: 503, headers: headers(), params }, 0)).toBeUndefined();
  expect(serverHint({ status: 503, headers: headers('7'), params }, 0)).toBe(7000);
});
