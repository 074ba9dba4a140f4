import type { CallContext } from '../call/call-context.js';
import { type BatchMethod, batchKinds } from './batch-kinds.js';
import type { BatchOptions } from './batch-options.js';
import type { BatchOutcomes } from './batch-outcomes.js';
import type { BatchOutcome } from './batch-outcome.js';
import { BatchRun } from './batch-run.js';
import { checkSource } from './check-source.js';
import { resolveBatchOptions } from './resolve-batch-options.js';

/** Records of a kind, from a database's cursor, a file, a list, … */
export type RecordSource<Entry> = AsyncIterable<Entry> | Iterable<Entry>;

/** The fields beside the records in each body. */
export interface BodyFields {
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** From options of the same names. */
  readonly optional?: Readonly<Record<string, unknown>>;
}

/** Sets a run up. What a caller can do wrong is thrown here, before anything is read. */
export function sendMany<Entry>(
  context: CallContext,
  method: BatchMethod,
  records: RecordSource<Entry>,
  options: BatchOptions,
  { fixed = {}, optional = {} }: BodyFields = {},
): BatchOutcomes<Entry> {
  const resolved = resolveBatchOptions(method, options, context, Object.keys(optional));
  checkSource(method, records);
  const run = new BatchRun({
    context,
    kind: batchKinds[method],
    records,
    fields: { ...fixed, ...optional },
    options: resolved,
  });
  let begun = false;
  return {
    [Symbol.asyncIterator]() {
      if (begun) throw new TypeError(`${method}: the outcomes can be iterated once.`);
      begun = true;
      // The run gives each record back as it came.
      return run.outcomes() as AsyncGenerator<BatchOutcome<Entry>, void, undefined>;
    },
    statistics: () => Object.freeze({ ...run.counts }),
  };
}
