import { envelope, type Reply } from '../http/reply.js';
import { isEmail, isUserId } from '../state/identity.js';
import { eventView } from '../state/event-view.js';
import type { StoredUser } from '../state/stored-user.js';
import type { Call, Handler } from './handler.js';

/** `GET /api/events/{email}`. */
export const eventsGetByEmail: Handler = (call) => {
  const email = call.params['email'] ?? '';
  return isEmail(email)
    ? events(call.project.users.byEmail(email), call)
    : envelope(400, 'InvalidEmailAddressError', `Invalid email ${email}`);
};

/** `GET /api/events/byUserId/{userId}`. */
export const eventsGetByUserId: Handler = (call) => {
  const userId = call.params['userId'] ?? '';
  return isUserId(userId)
    ? events(call.project.users.byUserId(userId), call)
    : envelope(400, 'InvalidUserIdError', `Invalid userId ${userId}`);
};

/** The newest first. */
function events(user: StoredUser | undefined, { project, query, at }: Call): Reply {
  const processed = at - project.processingDelayMs;
  const newest = (user?.events ?? [])
    .filter(({ receivedAt }) => receivedAt <= processed)
    .toSorted((a, b) => b.createdAt - a.createdAt);
  return { status: 200, body: { events: newest.slice(0, Number(query['limit'])).map(eventView) } };
}
