import type { Reply } from '../http/reply.js';
import { badParams } from '../http/standard-replies.js';
import type { SandboxState } from '../sandbox.js';
import type { Subject } from '../subject.js';

/** Paths under which the state can be read; they need no key. */
export const INSPECT_PREFIX = '/_sandbox/';

/** The part of a sandbox that can be read over HTTP. */
export type Inspectable = Pick<
  SandboxState,
  'users' | 'events' | 'requests' | 'requestCounts' | 'fields' | 'faults'
>;

type View = (state: Inspectable, subject: Subject | undefined) => unknown;

const views: Readonly<Record<string, View>> = {
  users: ({ users }, subject) =>
    subject ? { user: users.get(subject) ?? null } : { count: users.count(), users: users.all() },
  events: ({ events }, subject) => {
    const found = subject ? events.of(subject) : events.all();
    return { count: found.length, events: found };
  },
  requests: ({ requests, requestCounts }) => ({ counts: requestCounts, requests }),
  fields: ({ fields }) => ({ fields }),
  faults: ({ faults }) => ({ pending: faults.pending() }),
};

/** Their names, after the prefix. */
export const viewNames: readonly string[] = Object.keys(views);

/** Answers `GET /_sandbox/users`, `…/events`, `…/requests`, `…/fields` and `…/faults`. */
export function inspect(state: Inspectable, name: string, search: string): Reply {
  const query = new URLSearchParams(search);
  const email = query.get('email');
  const userId = query.get('userId');
  if (email === '' || userId === '') return badParams('email and userId must not be empty');
  const subject = email !== null ? { email } : userId !== null ? { userId } : undefined;
  return { status: 200, body: views[name]?.(state, subject) };
}
