import type { StoredUser } from '../../state/stored-user.js';
import { success, type Reply } from '../../http/reply.js';
import { findWritten } from '../find-written.js';
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
  const user = findWritten(record, call.project);
  if (!user) throw new Error('A user who was written is not there.');
  return work(user) ?? success();
}
