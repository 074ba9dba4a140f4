import type { CallContext } from '../call/call-context.js';
import type { EventTrackRequest } from '../types/event-track.js';
import type { BatchOptions } from './batch-options.js';
import type { BatchOutcomes } from './batch-outcomes.js';
import { type RecordSource, sendMany } from './send-many.js';

/** Operations on any number of events. */
export interface EventBatches {
  /**
   * Tracks any number of events with `events/trackBulk`, and tells what became of each. Each event
   * gets an `id` if it has none, so that none is tracked twice. Events of users who are not known are
   * not stored: they fail with `NOT_FOUND` and may be sent again a minute after their users.
   *
   * @throws TypeError on wrong options; the iterator throws as {@link BatchOutcomes} says.
   */
  trackMany<Entry extends EventTrackRequest>(
    records: RecordSource<Entry>,
    options?: BatchOptions,
  ): BatchOutcomes<Entry>;
}

/** Those operations, for one client. */
export function eventBatches(context: CallContext): EventBatches {
  return {
    trackMany: (records, options = {}) => sendMany(context, 'events.trackMany', records, options),
  };
}
