import { success, type Reply } from '../http/reply.js';
import type { StoredUser } from '../state/stored-user.js';
import { failureReply } from './failure-reply.js';
import { findUser, type ExistingUser } from './find-user.js';
import type { Call } from './handler.js';

/** Does something with the user of a request, or refuses where there is none. */
export function withUser(
  { operation, project }: Call,
  who: ExistingUser,
  work: (user: StoredUser) => Reply | void,
): Reply {
  const user = findUser(who, project);
  if ('reason' in user) return failureReply(user, operation);
  return work(user) ?? success();
}
