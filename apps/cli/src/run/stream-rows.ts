import type { Snapshot } from '@org/db-query';
import type { Job, Row } from './job.js';

/** The rows of a job's query; iterated again, the query runs again. */
export function streamRows(
  snapshot: Snapshot,
  query: Job['query'],
  signal: AbortSignal,
): AsyncIterable<Row> {
  // The same call twice: each kind of query has a signature of its own.
  return query.columns === undefined
    ? snapshot.stream(query, { signal })
    : snapshot.stream(query, { signal });
}
