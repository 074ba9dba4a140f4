import { IterableApiError } from '../errors/iterable-api-error.js';
import type { CallEffect } from '../errors/iterable-error.js';
import { batchBytes, type BatchFrame } from './batch-body.js';
import type { BatchItem } from './batch-item.js';
import type { BatchKind } from './batch-kind.js';
import { type Culprits, findCulprits } from './find-culprits.js';
import { type RequestFailure, requestFailure } from './request-failure.js';
import type { FailureFacts, Settlement } from './settlement.js';
import { leftover } from './leftover.js';
import { splitBatch } from './split-batch.js';
import type { BatchPart, BatchVerdict } from './verdict.js';

/** A request that failed, and what it may have done all the same. */
export interface FailedPart {
  readonly kind: BatchKind;
  readonly part: BatchPart;
  readonly frame: BatchFrame;
  readonly error: unknown;
  readonly effect: CallEffect;
  /** Whether to believe refusals that name records: see `RefusalWatch`. */
  readonly byName: boolean;
}

/** What follows from a request that failed after the client's own retries. */
export function judgeFailure({
  kind,
  part,
  frame,
  error,
  effect,
  byName,
}: FailedPart): BatchVerdict {
  const { items, halved, sifted } = part;
  const failure = requestFailure(error);
  const facts = factsOf(kind, failure, error);
  // Iterable reports some failures with a good status, and then what it wrote is open.
  const good = error instanceof IterableApiError && error.status < 300;
  const open = effect === 'unknown' || good ? items : [];
  const fail = (failed: Iterable<BatchItem>): [BatchItem, Settlement][] =>
    Array.from(failed, (item) => [item, failedAs(facts, item.mayHaveArrived || open.length > 0)]);
  const split = (parts: BatchItem[][], marks: Partial<BatchPart> = {}): BatchPart[] =>
    parts.map((each) => ({ items: each, cause: 'split', halved, sifted, ...marks }));

  switch (failure.action) {
    case 'abort':
      return { settled: items.map((item) => [item, cutOff(item, effect)]), again: [], open };
    case 'stop':
      return { settled: fail(items), again: [], open, stop: facts };
    case 'bisect': {
      const found = byName ? findCulprits(failure.params, items, kind) : NOBODY;
      const certain = items.length === 1 ? new Set(items) : found.certain;
      if (certain.size === 0) {
        const sift = found.suspects.size > 0 && !sifted;
        const parts = splitBatch(items, sift ? found.suspects : undefined);
        return { settled: [], again: split(parts, { sifted: sifted || sift }), open };
      }
      const others = items.filter((item) => !certain.has(item));
      const again = split(others.length > 0 ? [others] : []);
      const by = items.length === 1 ? 'trial' : 'name';
      return { settled: fail(certain), again, open, convicted: { by, facts } };
    }
    case 'halve': {
      if (items.length === 1) break;
      const mostBytes = Math.ceil(batchBytes(frame, items) / 2);
      // A limit of records cannot be learned: that code may be about bytes as well.
      const learned = failure.iterableCode === 'BatchTooLarge' ? {} : { mostBytes };
      return { settled: [], again: split(splitBatch(items)), open, ...learned };
    }
    case 'halve-once':
      if (items.length === 1 || halved) break;
      return { settled: [], again: split(splitBatch(items), { halved: true }), open };
    case 'fail':
      break;
  }
  return { settled: fail(items), again: [], open };
}

const NOBODY: Culprits = { certain: new Set(), suspects: new Set() };

function factsOf(kind: BatchKind, failure: RequestFailure, error: unknown): FailureFacts {
  const { action, code, iterableCode, reason, retryable } = failure;
  return {
    code,
    ...(iterableCode === undefined ? {} : { iterableCode }),
    reason,
    retryable: retryable || (code === 'NOT_FOUND' && kind.notFound === 'retryable'),
    ...(action === 'stop' ? { stopped: true } : {}),
    error,
  };
}

const failedAs = (facts: FailureFacts, mayHaveArrived: boolean): Settlement => ({
  status: 'failed',
  ...facts,
  mayHaveArrived,
});

const cutOff = (item: BatchItem, effect: CallEffect): Settlement =>
  leftover({ mayHaveArrived: item.mayHaveArrived || effect === 'unknown' }, { code: 'ABORTED' });
