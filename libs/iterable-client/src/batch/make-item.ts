import { asEvent } from '../body/as-event.js';
import { jsonReady } from '../body/json-ready.js';
import { type ValuePath, pathText } from '../body/path-text.js';
import { withOneIdentifier } from '../body/with-one-identifier.js';
import { IterableInputError } from '../errors/iterable-input-error.js';
import { isRecord } from '../reply/is-record.js';
import type { BatchItem } from './batch-item.js';
import type { BatchKind } from './batch-kind.js';
import type { FailureFacts } from './settlement.js';
import { userKey } from './user-key.js';

/** A record that can be sent, or why not. */
export type MadeItem = { readonly item: BatchItem } | { readonly failure: FailureFacts };

/** Checks, completes and serialises a record. Whatever is wrong with it stays with it. */
export function makeItem(
  kind: BatchKind,
  index: number,
  record: unknown,
  mostBytes: number,
): MadeItem {
  try {
    const item = serialised(kind, index, record);
    return item.bytes <= mostBytes ? { item } : { failure: tooLarge(item.bytes, mostBytes) };
  } catch (error) {
    const known = error instanceof IterableInputError;
    const name = error instanceof Error ? error.name : typeof error;
    const reason = known ? error.message : `The record could not be read (${name}).`;
    return { failure: { code: 'INVALID_INPUT', reason, retryable: false, error } };
  }
}

function serialised(kind: BatchKind, index: number, record: unknown): BatchItem {
  const refuse = ([, ...path]: ValuePath, problem: string): never => {
    throw new IterableInputError(kind.operation.name, pathText(['record', ...path]), problem);
  };
  if (!isRecord(record)) return refuse(['body'], 'must be an object');
  const identified = withOneIdentifier(refuse)(record, ['body']);
  const ready = kind.events ? asEvent(refuse, IDS)(identified, ['body']) : identified;
  const text = JSON.stringify(jsonReady(ready, refuse));
  const { email, userId, id, eventName } = record;
  const user =
    typeof email === 'string' ? userKey('email', email) : userKey('userId', String(userId));
  const ownId = typeof id === 'string' ? id : undefined;
  return {
    index,
    record,
    text,
    bytes: Buffer.byteLength(text),
    user,
    eventName: typeof eventName === 'string' ? eventName : undefined,
    lane: kind.events ? ownId : user,
    mayHaveArrived: false,
  };
}

const IDS = { any: false, make: (): string => globalThis.crypto.randomUUID() };

const tooLarge = (bytes: number, most: number): FailureFacts => ({
  code: 'TOO_LARGE',
  reason: `The record has ${bytes} bytes, and a request has room for ${most}. Nothing was sent.`,
  retryable: false,
});
