import { operationNames } from '../contract/operations.js';
import { checkKeys, kindOf } from '../options/check-keys.js';
import type { RateLimits } from './rate-limit-options.js';

const EXPECTED = "'off', 'documented' or an object of limits by operation";

/** @throws TypeError where no limit could be made of it. */
export function checkRateLimits(limits: RateLimits): void {
  if (limits === 'off' || limits === 'documented') return;
  if (kindOf(limits) !== 'object') {
    const found = typeof limits === 'string' ? `'${String(limits)}'` : kindOf(limits);
    throw new TypeError(`createSandbox: rateLimits must be ${EXPECTED}; received ${found}.`);
  }
  checkKeys('createSandbox: rateLimits', limits, operationNames);
  for (const [name, limit] of Object.entries(limits)) {
    if (limit === 'off' || limit === undefined) continue;
    const what = `createSandbox: rateLimits['${name}']`;
    checkKeys(what, limit, ['requests', 'periodMs']);
    for (const key of ['requests', 'periodMs'] as const) {
      const value = limit[key];
      if (key === 'periodMs' && value === undefined) continue;
      if (!Number.isSafeInteger(value) || (value as number) < 1) {
        throw new TypeError(`${what}.${key} must be a whole number from 1; received ${value}.`);
      }
    }
  }
}
