import { randomUUID } from 'node:crypto';
import type { Failure } from './failure.js';
import { sameEmail } from './identity.js';
import type { ProjectType } from './project-type.js';
import type { StoredUser } from './stored-user.js';
import type { UserStore } from './user-store.js';

/** The identifiers of a record. */
export interface Given {
  readonly email: string | undefined;
  readonly userId: string | undefined;
  readonly preferUserId: boolean;
}

/** A profile that is there, or one to be made, and the identifiers that it shall have. */
export interface Identified {
  readonly user: StoredUser | undefined;
  readonly email: string | undefined;
  readonly userId: string | undefined;
}

/**
 * How each project type finds the profile of a record. Sources: the articles "Project Types and
 * Unique Identifiers" and "Creating and Identifying Users with Iterable APIs".
 */
export const identityRules: {
  readonly [type in ProjectType]: (given: Given, users: UserStore) => Identified | Failure;
} = {
  hybrid({ email, userId }, users) {
    if (email === undefined && userId === undefined) return missing('email');
    const byEmail = users.byEmail(email);
    const byUserId = users.byUserId(userId);
    if (byEmail && byUserId && byEmail !== byUserId) return conflict('userId', userId);
    const user = byEmail ?? byUserId;
    if (user?.userId !== undefined && userId !== undefined && user.userId !== userId) {
      return conflict('userId', user.userId);
    }
    if (user?.email !== undefined && email !== undefined && !sameEmail(user.email, email)) {
      return conflict('email', user.email);
    }
    return { user, email: user?.email ?? email, userId: userId ?? user?.userId };
  },
  userId({ email, userId }, users) {
    if (userId === undefined) return missing('userId');
    const user = users.byUserId(userId);
    return { user, email: email ?? user?.email, userId };
  },
  email({ email, userId, preferUserId }, users) {
    if (email !== undefined) {
      const user = users.byEmail(email);
      return { user, email: user?.email ?? email, userId: userId ?? user?.userId };
    }
    if (userId === undefined) return missing('email');
    const user = users.byUserId(userId);
    if (user) return { user, email: user.email, userId };
    if (!preferUserId) return { reason: 'notFound', by: 'userId', value: userId };
    return { user, email: `${randomUUID()}@placeholder.email`, userId };
  },
};

function missing(by: Failure['by']): Failure {
  return { reason: 'missing', by, value: '' };
}

function conflict(by: Failure['by'], value: string | undefined): Failure {
  return { reason: 'conflict', by, value: value ?? '' };
}
