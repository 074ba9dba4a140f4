import type { JsonObject } from '../json.js';
import type { Subject } from '../subject.js';
import type { Failure } from './failure.js';
import { applyIdentityChanges } from './identity-changes.js';
import { identityRules, type Given, type Identified } from './identity-rules.js';
import { isEmail, isUserId } from './identity.js';
import type { ProjectType } from './project-type.js';
import type { UserStore } from './user-store.js';

/** The part of a user record that says whom it is about. */
export interface IdentityRequest {
  readonly email?: string | null;
  readonly userId?: string | null;
  readonly preferUserId?: boolean | null;
  readonly dataFields?: JsonObject | null;
}

/** What the rules need to know of the project. */
export interface IdentityContext {
  readonly projectType: ProjectType;
  readonly users: UserStore;
  isForgotten(subject: Subject): boolean;
}

/** Says which profile a record is about. */
export function identify(request: IdentityRequest, context: IdentityContext): Identified | Failure {
  const given: Given = {
    email: request.email ?? undefined,
    userId: request.userId ?? undefined,
    preferUserId: request.preferUserId === true,
  };
  const unusable = checkIdentifiers(given, context);
  if (unusable) return unusable;
  const identified = identityRules[context.projectType](given, context.users);
  if ('reason' in identified || !request.dataFields) return identified;
  return applyIdentityChanges(identified, given, request.dataFields, context);
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
