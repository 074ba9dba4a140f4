import type { Failure } from '../state/failure.js';
import { checkIdentifiers } from '../state/identify.js';
import type { Project } from '../state/project.js';
import type { StoredUser } from '../state/stored-user.js';

/** The identifiers of a record about a user who must exist. */
export interface ExistingUser {
  readonly email?: string | null;
  readonly userId?: string | null;
}

/**
 * Finds the user of a record, and makes none: events and unsubscribing are not among the operations
 * that the article "Creating and Identifying Users with Iterable APIs" lists as doing so.
 */
export function findUser(record: ExistingUser, project: Project): StoredUser | Failure {
  const email = project.projectType === 'userId' ? undefined : (record.email ?? undefined);
  const userId = record.userId ?? undefined;
  const unusable = checkIdentifiers({ email, userId }, project);
  if (unusable) return unusable;
  return (
    project.users.byEmail(email) ?? project.users.byUserId(userId) ?? notFound(record, project)
  );
}

/** What a record says whose user is not there, or does not show yet. */
export function notFound(record: ExistingUser, { projectType }: Project): Failure {
  const email = projectType === 'userId' ? undefined : (record.email ?? undefined);
  const userId = record.userId ?? undefined;
  if (email !== undefined) return { reason: 'notFound', by: 'email', value: email };
  if (userId !== undefined) return { reason: 'notFound', by: 'userId', value: userId };
  const by = projectType === 'userId' ? 'userId' : 'email';
  return { reason: 'missing', by, value: '' };
}
