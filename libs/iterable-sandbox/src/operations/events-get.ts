import { envelope, type Reply } from '../http/reply.js';
import { isEmail, isUserId } from '../state/identity.js';
import { eventView } from '../state/event-view.js';
import type { StoredUser } from '../state/stored-user.js';
import type { Handler } from './handler.js';

/** `GET /api/events/{email}`. */
export const eventsGetByEmail: Handler = ({ params, query, project }) => {
  const email = params['email'] ?? '';
  return isEmail(email)
    ? events(project.users.byEmail(email), Number(query['limit']))
    : envelope(400, 'InvalidEmailAddressError', `Invalid email ${email}`);
};

/** `GET /api/events/byUserId/{userId}`. */
export const eventsGetByUserId: Handler = ({ params, query, project }) => {
  const userId = params['userId'] ?? '';
  return isUserId(userId)
    ? events(project.users.byUserId(userId), Number(query['limit']))
    : envelope(400, 'InvalidUserIdError', `Invalid userId ${userId}`);
};

/** The newest first. */
function events(user: StoredUser | undefined, limit: number): Reply {
  const newest = (user?.events ?? []).toSorted((a, b) => b.createdAt - a.createdAt);
  return { status: 200, body: { events: newest.slice(0, limit).map(eventView) } };
}
