import type { DeliveryMode } from '../sync-event.js';
import type { PlannedCalls } from './sync-plan.js';

/** What Iterable documents in its API reference, in calls a second. */
const LIMITS = {
  'users/update': 500,
  'events/track': 2000,
  'users/bulkUpdate': 5,
  'events/trackBulk': 10,
} as const;

/** Rows to a request for many. */
const BATCH = 1000;

/** The calls that so many profiles and events need, where each request is as full as it may be. */
export function planCalls(mode: DeliveryMode, users: number, events: number): PlannedCalls[] {
  const per = mode === 'bulk' ? BATCH : 1;
  const planned = (operation: keyof typeof LIMITS, records: number): PlannedCalls => ({
    operation,
    calls: Math.ceil(records / per),
    callsPerSecond: LIMITS[operation],
  });
  return [
    planned(mode === 'bulk' ? 'users/bulkUpdate' : 'users/update', users),
    planned(mode === 'bulk' ? 'events/trackBulk' : 'events/track', events),
  ].filter(({ calls }) => calls > 0);
}

/** The least time that calls take side by side at their limits, in seconds. */
export function leastSeconds(calls: readonly PlannedCalls[]): number {
  return Math.max(0, ...calls.map((each) => each.calls / each.callsPerSecond));
}
