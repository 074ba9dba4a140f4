import type { JsonObject } from '../json.js';
import type { StoredUser } from './stored-user.js';

/** A profile as the API shows it: with the fields that Iterable makes itself. */
export function profileView(user: StoredUser, more: JsonObject = {}): JsonObject {
  const created = iterableDate(user.createdAt);
  const updated = iterableDate(user.updatedAt);
  const identifiers = {
    ...(user.email !== undefined && { email: user.email }),
    ...(user.userId !== undefined && { userId: user.userId }),
  };
  return {
    ...identifiers,
    dataFields: {
      signupDate: created,
      signupSource: 'API',
      ...user.dataFields,
      ...more,
      ...identifiers,
      profileUpdatedAt: updated,
      itblInternal: {
        documentCreatedAt: created,
        documentUpdatedAt: updated,
        ...(user.email !== undefined && {
          emailDomain: user.email.slice(user.email.lastIndexOf('@') + 1),
        }),
      },
    },
  };
}

/** `yyyy-MM-dd HH:mm:ss +00:00`. */
export function iterableDate(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')} +00:00`;
}
