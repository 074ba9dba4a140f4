import type { Rate } from '../operations/operation.js';
import { operationTable } from '../generated/operation-table.js';
import { checkKeys, describe } from '../options/check-keys.js';
import { checkNumber } from '../options/check-number.js';
import type { RateLimitOptions } from '../types/rate-limits.js';

/** The options, complete and checked. */
export interface ResolvedRateLimits {
  /** By name, or by method and path; `undefined` is none. */
  readonly limits: ReadonlyMap<string, Rate | undefined>;
  readonly documented: boolean;
  readonly defaultLimit: Rate | undefined;
  readonly pace: boolean;
  readonly arrivalWithinMs: number;
}

/** The names of the options. */
export const RATE_LIMIT_OPTIONS: readonly (keyof RateLimitOptions)[] = [
  'limits',
  'documented',
  'defaultLimit',
  'pace',
  'arrivalWithinMs',
];

const LONGEST_PERIOD_SECONDS = 86_400;

/** `POST /api/new/operation`: for operations that the table does not have. */
const METHOD_AND_PATH = /^(?:GET|POST|PUT|PATCH|DELETE) \/\S+$/;

/** Checks the values of the options; throws a `TypeError` that names the wrong one. */
export function resolveRateLimits(options: RateLimitOptions): ResolvedRateLimits {
  const { limits = {}, documented, defaultLimit, pace, arrivalWithinMs } = options;
  checkKeys(
    'limits',
    limits,
    [...Object.values(operationTable).map(({ name }) => name)].concat(
      Object.keys(limits).filter((key) => METHOD_AND_PATH.test(key)),
    ),
  );
  return Object.freeze({
    limits: new Map(
      Object.entries(limits).map(([name, rate]) => [name, checkRate(`limits["${name}"]`, rate)]),
    ),
    documented: checkBoolean('documented', documented, true),
    defaultLimit: checkRate('defaultLimit', defaultLimit ?? false),
    pace: checkBoolean('pace', pace, false),
    arrivalWithinMs: checkNumber('arrivalWithinMs', arrivalWithinMs, Infinity),
  });
}

function checkRate(name: string, rate: Rate | false): Rate | undefined {
  if (rate === false) return undefined;
  checkKeys(`${name}`, rate, ['requests', 'periodSeconds']);
  const { requests, periodSeconds } = rate;
  return Object.freeze({
    requests: checkNumber(`${name}.requests`, requests ?? null, 1),
    periodSeconds: checkNumber(
      `${name}.periodSeconds`,
      periodSeconds ?? null,
      1,
      LONGEST_PERIOD_SECONDS,
    ),
  });
}

function checkBoolean(name: string, value: unknown, fallback: boolean): boolean {
  if (value === undefined) return fallback;
  if (typeof value === 'boolean') return value;
  throw new TypeError(`${name} must be true or false; received ${describe(value)}.`);
}
