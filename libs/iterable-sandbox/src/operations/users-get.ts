import { envelope } from '../http/reply.js';
import { isEmail, isUserId } from '../state/identity.js';
import { profileView } from '../state/profile-view.js';
import { visibleProfile } from '../state/visibility.js';
import type { Project } from '../state/project.js';
import type { StoredUser } from '../state/stored-user.js';
import type { Handler } from './handler.js';

/** `GET /api/users/getByEmail` and `GET /api/users/{email}`. */
export const usersGetByEmail: Handler = ({ query, params, project, at }) => {
  const email = String(query['email'] ?? params['email']);
  return isEmail(email)
    ? profile(project.users.byEmail(email), project, at)
    : envelope(400, 'InvalidEmailAddressError', `Invalid email ${email}`);
};

/** `GET /api/users/byUserId`, with the user ID in the query string or in the path. */
export const usersGetByUserId: Handler = ({ query, params, project, at }) => {
  const userId = String(query['userId'] ?? params['userId']);
  return isUserId(userId)
    ? profile(project.users.byUserId(userId), project, at)
    : envelope(400, 'InvalidUserIdError', `Invalid userId ${userId}`);
};

/** A user who is not there is no error: recorded as 200 and an empty object. */
function profile(
  stored: StoredUser | undefined,
  project: Project,
  at: number,
): ReturnType<Handler> {
  const user = stored && visibleProfile(stored, at);
  if (!stored || !user) return { status: 200, body: {} };
  const lists = project.lists.of(stored);
  // The article "Project Types and Unique Identifiers": the name depends on the type.
  const name = project.projectType === 'email' ? 'emailListIds' : 'userListIds';
  const more = { ...user.extras, ...(lists.length > 0 && { [name]: lists }) };
  return { status: 200, body: { user: profileView(user, more) } };
}
