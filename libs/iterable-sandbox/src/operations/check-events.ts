import { envelope, type Reply } from '../http/reply.js';
import type { FieldType } from '../state/field-type.js';
import type { Mismatches } from '../state/field-registry.js';
import { isEventId } from '../state/identity.js';
import type { Project } from '../state/project.js';
import { typesMismatched } from './types-mismatched.js';
import type { EventRecord } from './write-event.js';

/** Checks that concern the request as a whole: one bad value, and nothing of it is kept. */
export function checkEvents(events: readonly EventRecord[], project: Project): Reply | undefined {
  const badId = events.find(({ id }) => typeof id === 'string' && !isEventId(id));
  if (badId) {
    return envelope(
      400,
      'BadParams',
      'An event id is made of letters, digits and hyphens and has at most 512 bytes',
    );
  }
  if (events.some(({ eventName }) => eventName === '')) {
    return envelope(400, 'BadParams', 'eventName is required');
  }
  const pending = new Map<string, Map<string, FieldType>>();
  const mismatches: Mismatches = new Map();
  for (const { eventName, dataFields, createNewFields } of events) {
    if (!dataFields) continue;
    const types = pending.get(eventName) ?? new Map<string, FieldType>();
    pending.set(eventName, types);
    const create = createNewFields ?? project.createNewFields;
    project.eventFields(eventName).check(dataFields, mismatches, create ? types : undefined);
  }
  return typesMismatched(mismatches);
}
