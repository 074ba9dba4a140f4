import { success } from '../http/reply.js';
import { checkEvents } from './check-events.js';
import { failureReply } from './failure-reply.js';
import { fieldReport } from './field-report.js';
import type { Handler } from './handler.js';
import { writeEvent, type EventRecord } from './write-event.js';

/** `POST /api/events/track`: keeps one event of a user who exists. */
export const eventsTrack: Handler<EventRecord> = ({ body, operation, project, at }) => {
  const { eventName } = body;
  // 200 and code Success, and yet nothing is kept: only the message tells.
  if (project.disallowedEvents.has(eventName)) {
    return success(`Event ${eventName} is disallowed from tracking.`);
  }
  const refused = checkEvents([body], project);
  if (refused) return refused;
  const outcome = writeEvent(body, { project, at, report: fieldReport() });
  if ('reason' in outcome) return failureReply(outcome, operation);
  return success(`Event with id: ${outcome.id} tracked.`, { id: outcome.id });
};
