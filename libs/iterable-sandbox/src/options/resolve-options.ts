import type { ApiKey } from '../auth/api-key.js';
import { checkRateLimits } from '../limits/check-rate-limits.js';
import { projectTypes } from '../state/project-type.js';
import { checkKeys, kindOf } from './check-keys.js';
import type { ResolvedOptions, SandboxOptions } from './sandbox-options.js';

const DEFAULTS: Omit<ResolvedOptions, 'apiKeys'> = {
  port: 0,
  host: '127.0.0.1',
  projectType: 'hybrid',
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

const MAX_TIMER = 2 ** 31 - 1;

/** Says what an option must be, where it is something else. */
const RULES: {
  readonly [name in Exclude<keyof typeof DEFAULTS, 'rateLimits'>]: (
    value: unknown,
  ) => string | undefined;
} = {
  port: wholeNumber(0, 65_535),
  host: ofType('string'),
  projectType: (value) =>
    (projectTypes as readonly unknown[]).includes(value)
      ? undefined
      : `one of '${projectTypes.join("', '")}'`,
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
  checkRateLimits(resolved.rateLimits);
  return Object.freeze({
    ...resolved,
    rateLimits: structuredClone(resolved.rateLimits),
    apiKeys: resolveKeys(options.apiKeys),
  });
}

function resolveKeys(keys: readonly ApiKey[]): readonly ApiKey[] {
  if (!Array.isArray(keys) || keys.length === 0) {
    throw new TypeError(
      `createSandbox: apiKeys must be an array with at least one { key }; received ${kindOf(keys)}.`,
    );
  }
  const entries = keys as readonly ApiKey[];
  for (const [i, entry] of entries.entries()) {
    const what = `createSandbox: apiKeys[${i}]`;
    checkKeys(what, entry, ['key', 'jwtSecret', 'readOnly']);
    if (!isText(entry.key) || !/^[\x21-\x7e]+$/.test(entry.key)) {
      throw new TypeError(`${what}.key must be visible ASCII characters; ${received(entry.key)}.`);
    }
    if (entry.jwtSecret !== undefined && !isText(entry.jwtSecret)) {
      throw new TypeError(`${what}.jwtSecret must be a string; ${received(entry.jwtSecret)}.`);
    }
    if (entry.readOnly !== undefined && typeof entry.readOnly !== 'boolean') {
      throw new TypeError(`${what}.readOnly must be a boolean; ${received(entry.readOnly)}.`);
    }
    if (entry.readOnly === true && entry.jwtSecret !== undefined) {
      throw new TypeError(`${what} cannot be both: a read-only key is never JWT-enabled.`);
    }
  }
  if (new Set(entries.map(({ key }) => key)).size < entries.length) {
    throw new TypeError('createSandbox: apiKeys has the same key twice.');
  }
  return Object.freeze(entries.map((entry) => Object.freeze({ ...entry })));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** Tells of a secret only what kind of value it is. */
function received(value: unknown): string {
  return `received ${typeof value === 'string' ? 'another string' : kindOf(value)}`;
}
