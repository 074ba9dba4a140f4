import { checkRateLimits } from '../limits/check-rate-limits.js';
import { dataCenters } from '../state/data-center.js';
import { projectTypes } from '../state/project-type.js';
import { checkKeys, kindOf } from './check-keys.js';
import { resolveKeys } from './resolve-keys.js';
import type { ResolvedOptions, SandboxOptions } from './sandbox-options.js';

const DEFAULTS: Omit<ResolvedOptions, 'apiKeys'> = {
  port: 0,
  host: '127.0.0.1',
  projectType: 'hybrid',
  dataCenter: 'us',
  createNewFields: true,
  now: Date.now,
  rateLimits: 'off',
  processingDelayMs: 0,
  maxBodyBytes: 4_000_000,
  requestTimeoutMs: 30_000,
  journalEntries: 10_000,
  journalBodyChars: 64_000_000,
};

const KNOWN = ['apiKeys', ...Object.keys(DEFAULTS)];

const wholeNumber =
  (least: number, most: number) =>
  (value: unknown): string | undefined =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
      ? undefined
      : `a whole number from ${least} to ${most}`;

const ofType =
  (type: string) =>
  (value: unknown): string | undefined =>
    typeof value === type && value !== '' ? undefined : `a ${type}`;

const oneOf =
  (known: readonly unknown[]) =>
  (value: unknown): string | undefined =>
    known.includes(value) ? undefined : `one of '${known.join("', '")}'`;

const MAX_TIMER = 2 ** 31 - 1;

/** Says what an option must be, where it is something else. */
const RULES: {
  readonly [name in Exclude<keyof typeof DEFAULTS, 'rateLimits'>]: (
    value: unknown,
  ) => string | undefined;
} = {
  port: wholeNumber(0, 65_535),
  host: ofType('string'),
  projectType: oneOf(projectTypes),
  dataCenter: oneOf(dataCenters),
  createNewFields: ofType('boolean'),
  now: ofType('function'),
  processingDelayMs: wholeNumber(0, MAX_TIMER),
  maxBodyBytes: wholeNumber(1, 2 ** 29),
  requestTimeoutMs: wholeNumber(1, MAX_TIMER),
  journalEntries: wholeNumber(0, 10_000_000),
  journalBodyChars: wholeNumber(0, Number.MAX_SAFE_INTEGER),
};

/**
 * Checks the options and completes them.
 *
 * @throws TypeError naming the option, what it must be and what was received; no key and no secret.
 */
export function resolveOptions(options: SandboxOptions): ResolvedOptions {
  checkKeys('createSandbox', options, KNOWN);
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const resolved = { ...DEFAULTS, ...(Object.fromEntries(given) as unknown as SandboxOptions) };
  for (const [name, rule] of Object.entries(RULES)) {
    const value = resolved[name as keyof typeof RULES];
    const expected = rule(value);
    if (expected === undefined) continue;
    const found = ['number', 'string'].includes(typeof value)
      ? `'${String(value)}'`
      : kindOf(value);
    throw new TypeError(`createSandbox: ${name} must be ${expected}; received ${found}.`);
  }
  if (resolved.dataCenter === 'eu' && resolved.projectType === 'email') {
    throw new TypeError(
      "createSandbox: projectType must be 'hybrid' or 'userId' where dataCenter is 'eu', as " +
        "Iterable has no email-based projects there; received 'email'.",
    );
  }
  checkRateLimits(resolved.rateLimits);
  return Object.freeze({
    ...resolved,
    rateLimits: structuredClone(resolved.rateLimits),
    apiKeys: resolveKeys(options.apiKeys),
  });
}
