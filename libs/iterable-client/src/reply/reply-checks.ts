import type { ReplyKind } from '../operations/operation.js';
import { isRecord } from './is-record.js';

type Check = (value: unknown) => boolean;

const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isText: Check = (value) => typeof value === 'string';

/**
 * What a reply of each kind must have: only what proves the outcome. Documented fields that real
 * replies leave out, and fields nobody documented, are no fault.
 */
const REQUIRED: Readonly<Record<ReplyKind, Readonly<Record<string, Check>>>> = {
  envelope: { code: isText },
  counts: { successCount: isCount, failCount: isCount },
  fields: { fields: isRecord },
  json: {},
  text: {},
};

/** What is missing from a reply, or `undefined` where it is as it should be. */
export function replyProblem(kind: ReplyKind, json: unknown): string | undefined {
  const required = Object.entries(REQUIRED[kind]);
  if (required.length === 0) return undefined;
  if (!isRecord(json)) return 'the reply is not a JSON object';
  const missing = required.filter(([name, check]) => !check(json[name])).map(([name]) => name);
  return missing.length === 0 ? undefined : `the reply has no valid ${missing.join(' and ')}`;
}
