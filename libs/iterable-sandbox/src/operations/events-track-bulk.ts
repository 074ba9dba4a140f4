import { checkEvents } from './check-events.js';
import { FailureLists } from './failure-lists.js';
import { fieldReport } from './field-report.js';
import type { Handler } from './handler.js';
import { writeEvent, type EventRecord } from './write-event.js';

/** Body of `events/trackBulk`. */
export interface BulkTrack {
  readonly events: readonly EventRecord[];
}

/** `POST /api/events/trackBulk`: events of users who do not exist fail as not found. */
export const eventsTrackBulk: Handler<BulkTrack> = ({ body: { events }, project, at }) => {
  const allowed = events.filter(({ eventName }) => !project.disallowedEvents.has(eventName));
  const refused = checkEvents(allowed, project);
  if (refused) return refused;

  const report = fieldReport();
  const failures = new FailureLists(['invalid', 'notFound', 'forgotten']);
  const disallowed = new Set<string>();
  for (const record of events) {
    if (project.disallowedEvents.has(record.eventName)) {
      disallowed.add(record.eventName);
      failures.add();
      continue;
    }
    const outcome = writeEvent(record, { project, at, report });
    if ('reason' in outcome) failures.add(outcome);
  }
  return {
    status: 200,
    body: {
      successCount: events.length - failures.count,
      failCount: failures.count,
      invalidEmails: failures.get('invalidEmails'),
      // Deprecated, and in this reply it means "not found" too.
      invalidUserIds: [...failures.get('invalidUserIds'), ...failures.get('notFoundUserIds')],
      disallowedEventNames: [...disallowed],
      filteredOutFields: [...report.filteredOut],
      createdFields: [...report.created],
      failedUpdates: failures.lists,
    },
  };
};
