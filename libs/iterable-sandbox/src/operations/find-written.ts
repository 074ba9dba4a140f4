import type { IdentityRequest } from '../state/identify.js';
import type { Project } from '../state/project.js';
import type { StoredUser } from '../state/stored-user.js';

/** The profile that a record was just written to: its data may have changed what it is found by. */
export function findWritten(
  { email, userId, dataFields }: IdentityRequest,
  { users, projectType }: Project,
): StoredUser | undefined {
  const newEmail = dataFields?.['email'];
  const newUserId = dataFields?.['userId'];
  const byEmail = users.byEmail(typeof newEmail === 'string' ? newEmail : (email ?? undefined));
  const byUserId = users.byUserId(
    typeof newUserId === 'string' ? newUserId : (userId ?? undefined),
  );
  // What is unique in the project goes first.
  return projectType === 'email' ? (byEmail ?? byUserId) : (byUserId ?? byEmail);
}
