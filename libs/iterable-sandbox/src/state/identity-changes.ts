import type { JsonObject } from '../json.js';
import type { Failure } from './failure.js';
import type { IdentityContext } from './identify.js';
import type { Given, Identified } from './identity-rules.js';
import { isEmail, isUserId, sameEmail } from './identity.js';

/**
 * `dataFields.email` and `dataFields.userId` change the identifiers, where that is allowed: the
 * article "Updating a User's Email Address or User ID".
 */
export function applyIdentityChanges(
  identified: Identified,
  given: Given,
  dataFields: JsonObject,
  context: IdentityContext,
): Identified | Failure {
  let { email, userId } = identified;
  const newEmail = Object.hasOwn(dataFields, 'email') ? dataFields['email'] : undefined;
  const newUserId = Object.hasOwn(dataFields, 'userId') ? dataFields['userId'] : undefined;
  if (typeof newEmail === 'string' && !(email !== undefined && sameEmail(email, newEmail))) {
    // Only users/updateEmail changes what identifies a user of an email-based project.
    if (context.projectType === 'email' || !isEmail(newEmail)) return invalidData(given);
    if (context.isForgotten({ email: newEmail })) {
      return { reason: 'forgotten', by: 'email', value: newEmail };
    }
    const holder = context.users.byEmail(newEmail);
    if (context.projectType === 'hybrid' && holder && holder !== identified.user) {
      return { reason: 'conflict', by: 'email', value: newEmail, code: 'EmailAlreadyExists' };
    }
    email = newEmail;
  }
  if (typeof newUserId === 'string' && newUserId !== userId) {
    if (!isUserId(newUserId)) return invalidData(given);
    if (context.isForgotten({ userId: newUserId })) {
      return { reason: 'forgotten', by: 'userId', value: newUserId };
    }
    const holder = context.users.byUserId(newUserId);
    if (context.projectType !== 'email' && holder && holder !== identified.user) {
      return { reason: 'conflict', by: 'userId', value: newUserId, code: 'UserIdAlreadyExists' };
    }
    userId = newUserId;
  }
  return { ...identified, email, userId };
}

/** Named by an identifier of the record itself, so that its sender knows it again. */
function invalidData({ email, userId }: Given): Failure {
  return email === undefined
    ? { reason: 'invalidData', by: 'userId', value: userId ?? '' }
    : { reason: 'invalidData', by: 'email', value: email };
}
