import type { StoredUser } from '../../state/stored-user.js';
import { success, type Reply } from '../../http/reply.js';
import { failureReply } from '../failure-reply.js';
import type { Call } from '../handler.js';
import { usersUpdate, type UserUpdate } from '../users-update.js';

/** Updates a user as `users/update` does, makes one where there is none, and then does more. */
export function changeUser(
  call: Call,
  record: UserUpdate,
  work: (user: StoredUser) => Reply | void,
): Reply {
  const reply = usersUpdate({ ...call, body: record });
  if (reply.status !== 200) return reply;
  const { users } = call.project;
  const user =
    users.byUserId(record.userId ?? undefined) ?? users.byEmail(record.email ?? undefined);
  // Changed by its own update: found by neither of the identifiers that were sent.
  if (!user)
    return failureReply({ reason: 'invalidData', by: 'userId', value: '' }, call.operation);
  return work(user) ?? success();
}
