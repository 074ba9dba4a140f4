import { call } from '../call/call.js';
import type { CallContext } from '../call/call-context.js';
import type { CallInput } from '../call/call-input.js';
import { abortErrorOf } from '../errors/abort-error-of.js';
import { IterableResponseError } from '../errors/iterable-response-error.js';
import type { Operation } from '../operations/operation.js';
import { isRecord } from '../reply/is-record.js';
import type { CallOptions } from '../types/call-options.js';

type Query = NonNullable<CallInput['query']>;

/** A page. */
export interface Page {
  readonly reply: Readonly<Record<string, unknown>>;
  readonly items: readonly unknown[];
  /** The error of a page with which one cannot go on. */
  refuse(problem: string): IterableResponseError;
}

/** Asks for one page after another. */
export interface PageCall {
  readonly operation: Operation;
  /** The query of the first page. */
  readonly query: Query;
  /** The time, in milliseconds. */
  readonly now: () => number;
  page(query: Query): Promise<Page>;
  throwIfAborted(): void;
}

/** Asks for the pages of an operation; each is a call. */
export function pageCaller(
  context: CallContext,
  operation: Operation,
  input: CallInput,
  options: CallOptions = {},
): PageCall {
  const { name, pages } = operation;
  const refuse = (problem: string): IterableResponseError =>
    new IterableResponseError(
      'RESPONSE_SHAPE',
      `${name} failed: HTTP 200 with ${problem}. The items of the pages before are good; the rest is missing.`,
      { operation: name, attempts: 1, retryable: true, effect: 'none' },
      { status: 200 },
    );
  return {
    operation,
    query: input.query ?? {},
    now: context.options.now,
    async page(query) {
      const reply = await call(context, operation, { ...input, query }, options);
      const items = isRecord(reply) ? reply[pages?.items ?? ''] : undefined;
      if (!isRecord(reply) || !Array.isArray(items)) {
        throw refuse(`no list of ${pages?.items ?? 'items'}`);
      }
      return { reply, items: items as unknown[], refuse };
    },
    throwIfAborted() {
      const { signal } = options;
      if (!signal?.aborted) return;
      const facts = { operation: name, attempts: 1, effect: 'none' as const };
      throw abortErrorOf({ ...facts, reason: signal.reason });
    },
  };
}
