import { validateHeaderName, validateHeaderValue } from 'node:http';
import { operationNames, operations } from '../contract/operations.js';
import { checkKeys, kindOf } from '../options/check-keys.js';
import { checkSubject } from '../options/check-subject.js';
import { toJson } from '../json.js';
import { nearestName } from '../options/nearest-name.js';
import type { FaultScript } from './fault-script.js';

/** @throws TypeError where a script could never do what it says. */
export function checkFaultScript(script: FaultScript): void {
  checkKeys('faults.add', script, [
    'operation',
    'subject',
    'replies',
    'probability',
    'seed',
    'times',
  ]);
  const { operation, subject, replies } = script;
  if (operation !== '*' && !operationNames.includes(operation)) {
    const nearest = nearestName(String(operation), operationNames);
    throw new TypeError(
      `faults.add: the sandbox has no operation '${String(operation)}'; ` +
        (nearest ? `did you mean '${nearest}'?` : "'operationNames' has them all."),
    );
  }
  if (subject !== undefined) checkSubject('faults.add: subject', subject);
  if (!Array.isArray(replies) || replies.length === 0) {
    throw new TypeError('faults.add: replies must be an array with at least one reply.');
  }
  checkProbability(script);
  const bulk = operation === '*' || operations[operation].records !== undefined;
  for (const [i, reply] of replies.entries()) checkReply(`faults.add: replies[${i}]`, reply, bulk);
}

/** The key that says which fault it is, and the keys beside it. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  status: ['status', 'body', 'headers'],
  delayMs: ['delayMs', 'then'],
  bodyDelayMs: ['bodyDelayMs'],
  clockSkewMs: ['clockSkewMs'],
  reset: ['reset'],
  html: ['html', 'status'],
  truncate: ['truncate'],
  wrongCounts: ['wrongCounts'],
};

const CHECKS: Readonly<Record<string, (value: unknown, bulk: boolean) => string | undefined>> = {
  status: (value) => (isStatus(value) ? undefined : 'a status from 200 to 599'),
  delayMs: milliseconds,
  bodyDelayMs: milliseconds,
  clockSkewMs: (value) =>
    Number.isInteger(value) && Math.abs(value as number) <= 1e12
      ? undefined
      : 'a whole number of milliseconds',
  reset: (value) => (value === 'before' || value === 'after' ? undefined : "'before' or 'after'"),
  html: (value) => (value === true ? undefined : 'true'),
  truncate: (value) => (value === true ? undefined : 'true'),
  wrongCounts: (value, bulk) => {
    if (!bulk) return 'for a bulk operation';
    return value === true || kindOf(value) === 'object' ? undefined : 'true or an object';
  },
};

function milliseconds(value: unknown): string | undefined {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 2 ** 31 - 1
    ? undefined
    : 'a whole number of milliseconds';
}

function checkProbability({ probability, seed, times }: FaultScript): void {
  if (probability === undefined) {
    if (seed === undefined && times === undefined) return;
    throw new TypeError('faults.add: seed and times are only for a script with a probability.');
  }
  if (typeof probability !== 'number' || !(probability >= 0 && probability <= 1)) {
    throw new TypeError('faults.add: probability must be a number from 0 to 1.');
  }
  for (const [name, value] of Object.entries({ seed, times })) {
    if (value !== undefined && (!Number.isSafeInteger(value) || value < 1)) {
      throw new TypeError(`faults.add: ${name} must be a whole number from 1.`);
    }
  }
}

function checkReply(what: string, reply: unknown, bulk: boolean): void {
  if (kindOf(reply) !== 'object') {
    throw new TypeError(`${what} must be an object; received ${kindOf(reply)}.`);
  }
  const fields = reply as Record<string, unknown>;
  // `html` comes with a status of its own, so the status alone does not tell.
  const kind = Object.keys(SHAPES).findLast((key) => fields[key] !== undefined);
  if (kind === undefined) {
    throw new TypeError(`${what} must have one of ${Object.keys(SHAPES).join(', ')}.`);
  }
  checkKeys(what, fields, SHAPES[kind] ?? []);
  const expected = CHECKS[kind]?.(fields[kind], bulk);
  if (expected) throw new TypeError(`${what}.${kind} must be ${expected}.`);
  if (kind === 'html' && fields['status'] !== undefined && !isStatus(fields['status'])) {
    throw new TypeError(`${what}.status must be a status from 200 to 599.`);
  }
  if (kind === 'wrongCounts' && fields[kind] !== true) checkCounts(what, fields[kind]);
  if (fields['headers'] !== undefined) checkHeaders(what, fields['headers']);
  if (fields['body'] !== undefined) checkBody(what, fields['body']);
  if (fields['then'] !== undefined) checkThen(what, fields['then'], bulk);
}

function checkThen(what: string, then: unknown, bulk: boolean): void {
  checkReply(`${what}.then`, then, bulk);
  const timing = ['delayMs', 'bodyDelayMs', 'clockSkewMs'];
  if (timing.some((key) => Object.hasOwn(then as object, key))) {
    throw new TypeError(`${what}.then must be another fault than a delay or a wrong clock.`);
  }
}

/** The sandbox frames its replies itself. */
const FRAMING = ['content-length', 'transfer-encoding', 'connection'];

function checkHeaders(what: string, headers: unknown): void {
  if (kindOf(headers) !== 'object') {
    throw new TypeError(`${what}.headers must be an object; received ${kindOf(headers)}.`);
  }
  for (const [name, value] of Object.entries(headers as object)) {
    if (typeof value !== 'string') {
      throw new TypeError(
        `${what}.headers['${name}'] must be a string; received ${kindOf(value)}.`,
      );
    }
    validateHeaderName(name);
    validateHeaderValue(name, value);
    if (FRAMING.includes(name.toLowerCase())) {
      throw new TypeError(`${what}.headers cannot have '${name}': the sandbox sets it itself.`);
    }
  }
}

function checkBody(what: string, body: unknown): void {
  try {
    toJson(body);
  } catch (cause) {
    throw new TypeError(`${what}.body must be a string or something JSON can hold.`, { cause });
  }
}

function checkCounts(what: string, counts: unknown): void {
  checkKeys(`${what}.wrongCounts`, counts, ['successCount', 'failCount']);
  const values = Object.values(counts as object);
  if (values.length > 0 && values.every((value) => Number.isInteger(value))) return;
  throw new TypeError(`${what}.wrongCounts must have successCount or failCount, in whole numbers.`);
}

function isStatus(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 200 && (value as number) <= 599;
}
