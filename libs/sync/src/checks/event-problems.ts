import type { EventPayload } from '../define-sync.js';
import type { Problem } from './problem.js';

/** Support article 206430615. */
const EVENT_ID = /^[A-Za-z0-9-]{1,512}$/;

/** What is wrong with an event's name and id. */
export function eventProblems({ eventName, id }: EventPayload): Problem[] {
  const problems: Problem[] = [];
  const name: unknown = eventName;
  if (typeof name !== 'string') {
    problems.push({ code: 'EVENT_NAME', text: `eventName is ${typeof name}, not text` });
  } else if (name.trim() === '') {
    problems.push({ code: 'EVENT_NAME', text: 'eventName is blank: give the event a name' });
  }
  const given: unknown = id;
  if (given !== undefined && (typeof given !== 'string' || !EVENT_ID.test(given))) {
    problems.push({
      code: 'EVENT_ID',
      text: `the event's id is ${idFault(given)}: use 1 to 512 letters, digits and hyphens, or leave it out`,
    });
  }
  return problems;
}

function idFault(id: unknown): string {
  if (typeof id !== 'string') return `${typeof id}, not text`;
  return id.length > 512 ? `${String(id.length)} characters long` : 'not one that Iterable takes';
}
