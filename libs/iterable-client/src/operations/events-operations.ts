import type { CallContext } from '../call/call-context.js';
import type { CallOptions } from '../types/call-options.js';
import type { EventTrackBulkRequest, EventTrackBulkResponse } from '../types/event-track-bulk.js';
import type { EventTrackRequest } from '../types/event-track.js';
import type { IterableApiResponse } from '../types/iterable-api-response.js';
import { operationBinder } from './bind-operation.js';
import { operationTable } from './operation-table.js';

/** The operations on events. */
export interface EventsOperations {
  /**
   * Tracks a custom event. May be repeated because it always has an `id`: the caller's, or one made
   * for the call. 2,000 requests a second per project. An event name that the project blocks is an
   * error (`event-disallowed`), although Iterable answers HTTP 200.
   *
   * @throws {@link IterableError}
   */
  track(body: EventTrackRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Tracks many custom events; each gets an `id` if it has none, so it may be repeated. 10 requests a
   * second per project. **A promise that is kept does not mean that all events were stored**: read
   * `failCount`, `failedUpdates` and `disallowedEventNames`. Events of unknown users are not stored.
   *
   * @throws {@link IterableError}
   */
  trackBulk(body: EventTrackBulkRequest, options?: CallOptions): Promise<EventTrackBulkResponse>;
}

/** The operations on events, for one client. */
export function eventsOperations(context: CallContext): EventsOperations {
  const bind = operationBinder(context);
  return {
    track: bind.withBody<EventTrackRequest, IterableApiResponse>(operationTable['events/track']),
    trackBulk: bind.withBody<EventTrackBulkRequest, EventTrackBulkResponse>(
      operationTable['events/trackBulk'],
    ),
  };
}
