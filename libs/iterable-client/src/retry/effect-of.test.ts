import { expect, it } from 'vitest';
import { effectOf } from './effect-of.js';
import type { Failure } from './failure.js';

const api = (status: number): Failure => ({ kind: 'api', code: 'API_ERROR', status });
const network = (systemCode?: string): Failure => ({
  kind: 'network',
  cause: new Error('x'),
  systemCode,
});

it.each<[Failure, string]>([
  [api(400), 'none'],
  [api(401), 'none'],
  [api(429), 'none'],
  [api(200), 'none'],
  [api(408), 'unknown'],
  [api(500), 'unknown'],
  [api(503), 'unknown'],
  [network('ECONNREFUSED'), 'none'],
  [network('ENOTFOUND'), 'none'],
  [network('ECONNRESET'), 'unknown'],
  [network(), 'unknown'],
  [{ kind: 'timeout', timeoutMs: 1 }, 'unknown'],
  [{ kind: 'response', code: 'RESPONSE_SHAPE', status: 200, problem: 'x' }, 'unknown'],
  [{ kind: 'response', code: 'REDIRECT_REFUSED', status: 302, problem: 'x' }, 'none'],
])('says of %o that the effect is %s', (failure, effect) => {
  expect(effectOf(failure)).toBe(effect);
});
