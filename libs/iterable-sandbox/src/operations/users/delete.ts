import { success } from '../../http/reply.js';
import { isEmail, isUserId } from '../../state/identity.js';
import type { Subject } from '../../subject.js';
import { failureReply } from '../failure-reply.js';
import type { Call, Handler } from '../handler.js';

/** `DELETE /api/users/{email}`: the same user may come again. */
export const usersDeleteByEmail: Handler = (call) => {
  const email = call.params['email'] ?? '';
  if (isEmail(email)) return remove(call, { email });
  return failureReply({ reason: 'invalid', by: 'email', value: email }, call.operation);
};

/** `DELETE /api/users/byUserId/{userId}`: all users who share the user ID. */
export const usersDeleteByUserId: Handler = (call) => {
  const userId = call.params['userId'] ?? '';
  if (isUserId(userId)) return remove(call, { userId });
  return failureReply({ reason: 'invalid', by: 'userId', value: userId }, call.operation);
};

/** The recorded reply is the same whether somebody was there or not. */
function remove({ project }: Call, subject: Subject): ReturnType<Handler> {
  for (const user of project.users.findAll(subject)) project.remove(user);
  return success();
}
