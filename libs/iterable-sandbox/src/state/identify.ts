import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../json.js';
import type { Subject } from '../subject.js';
import type { Failure } from './failure.js';
import { emailKey, isEmail, isUserId } from './identity.js';
import type { ProjectType } from './project-type.js';
import type { StoredUser } from './stored-user.js';
import type { UserStore } from './user-store.js';

/** The part of a user record that says whom it is about. */
export interface IdentityRequest {
  readonly email?: string | null;
  readonly userId?: string | null;
  readonly preferUserId?: boolean | null;
  readonly dataFields?: JsonObject | null;
}

/** A profile that is there, or one to be made, and the identifiers that it shall have. */
export interface Identified {
  readonly user: StoredUser | undefined;
  readonly email: string | undefined;
  readonly userId: string | undefined;
}

/** What the rules need to know of the project. */
export interface IdentityContext {
  readonly projectType: ProjectType;
  readonly users: UserStore;
  isForgotten(subject: Subject): boolean;
}

interface Given {
  readonly email: string | undefined;
  readonly userId: string | undefined;
  readonly preferUserId: boolean;
}

/**
 * Says which profile a record is about. Sources: the articles "Project Types and Unique
 * Identifiers", "Creating and Identifying Users with Iterable APIs" and "Updating a User's Email
 * Address or User ID".
 */
export function identify(request: IdentityRequest, context: IdentityContext): Identified | Failure {
  const given: Given = {
    email: request.email ?? undefined,
    userId: request.userId ?? undefined,
    preferUserId: request.preferUserId === true,
  };
  const unusable = checkIdentifiers(given, context);
  if (unusable) return unusable;
  const identified = rules[context.projectType](given, context.users);
  if ('reason' in identified || !request.dataFields) return identified;
  return applyChanges(identified, request.dataFields, context);
}

/** Identifiers that are malformed, or whose user asked to be forgotten. */
export function checkIdentifiers(
  { email, userId }: { readonly email: string | undefined; readonly userId: string | undefined },
  context: IdentityContext,
): Failure | undefined {
  if (email !== undefined) {
    if (!isEmail(email)) return { reason: 'invalid', by: 'email', value: email };
    if (context.isForgotten({ email })) return { reason: 'forgotten', by: 'email', value: email };
  }
  if (userId !== undefined) {
    if (!isUserId(userId)) return { reason: 'invalid', by: 'userId', value: userId };
    if (context.isForgotten({ userId })) {
      return { reason: 'forgotten', by: 'userId', value: userId };
    }
  }
  return undefined;
}

const rules: {
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

/** `dataFields.email` and `dataFields.userId` change the identifiers, where that is allowed. */
function applyChanges(
  identified: Identified,
  dataFields: JsonObject,
  context: IdentityContext,
): Identified | Failure {
  let { email, userId } = identified;
  const newEmail = Object.hasOwn(dataFields, 'email') ? dataFields['email'] : undefined;
  const newUserId = Object.hasOwn(dataFields, 'userId') ? dataFields['userId'] : undefined;
  if (typeof newEmail === 'string' && !(email !== undefined && sameEmail(email, newEmail))) {
    // Only users/updateEmail changes what identifies a user of an email-based project.
    if (context.projectType === 'email' || !isEmail(newEmail)) return invalidData(identified);
    if (context.isForgotten({ email: newEmail })) {
      return { reason: 'forgotten', by: 'email', value: newEmail };
    }
    const holder = context.users.byEmail(newEmail);
    if (context.projectType === 'hybrid' && holder && holder !== identified.user) {
      return { ...conflict('email', newEmail), code: 'EmailAlreadyExists' };
    }
    email = newEmail;
  }
  if (typeof newUserId === 'string' && newUserId !== userId) {
    if (!isUserId(newUserId)) return invalidData(identified);
    if (context.isForgotten({ userId: newUserId })) {
      return { reason: 'forgotten', by: 'userId', value: newUserId };
    }
    const holder = context.users.byUserId(newUserId);
    if (context.projectType !== 'email' && holder && holder !== identified.user) {
      return { ...conflict('userId', newUserId), code: 'UserIdAlreadyExists' };
    }
    userId = newUserId;
  }
  return { ...identified, email, userId };
}

function sameEmail(one: string, other: string): boolean {
  return one === other || emailKey(one) === emailKey(other);
}

function missing(by: Failure['by']): Failure {
  return { reason: 'missing', by, value: '' };
}

function conflict(by: Failure['by'], value: string | undefined): Failure {
  return { reason: 'conflict', by, value: value ?? '' };
}

function invalidData({ email, userId }: Identified): Failure {
  return email === undefined
    ? { reason: 'invalidData', by: 'userId', value: userId ?? '' }
    : { reason: 'invalidData', by: 'email', value: email };
}
