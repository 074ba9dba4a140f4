import type { Operation, ReplyKind } from '../operations/operation.js';
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
  accepted: { code: isText },
  open: {},
  integer: {},
  plain: {},
  text: {},
};

const TEXTS: ReadonlySet<ReplyKind> = new Set(['integer', 'plain', 'text']);

/** Whether a reply of a kind is asked for as JSON. */
export const answersJson = (kind: ReplyKind): boolean => !TEXTS.has(kind);

const isThere: Check = (value) => value !== undefined && value !== null;

/** What is missing from a reply, or `undefined` where it is as it should be. */
export function replyProblem(
  { reply: kind, holds }: Pick<Operation, 'reply' | 'holds'>,
  json: unknown,
): string | undefined {
  const required = [
    ...Object.entries(REQUIRED[kind]),
    ...(kind === 'json' && holds !== undefined ? [[holds, isThere] as const] : []),
  ];
  if (required.length === 0) return undefined;
  if (!isRecord(json)) return 'the reply is not a JSON object';
  const missing = required.filter(([name, check]) => !check(json[name])).map(([name]) => name);
  return missing.length === 0 ? undefined : `the reply has no valid ${missing.join(' and ')}`;
}
