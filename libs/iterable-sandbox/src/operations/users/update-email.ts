import type { Failure } from '../../state/failure.js';
import { isEmail } from '../../state/identity.js';
import { failureReply } from '../failure-reply.js';
import type { Handler } from '../handler.js';
import { withUser } from '../with-user.js';

/** Body of `users/updateEmail`. */
export interface UpdateEmail {
  readonly currentEmail?: string | null;
  readonly currentUserId?: string | null;
  readonly newEmail: string;
}

/** `POST /api/users/updateEmail`: the current email counts where both are given. */
export const usersUpdateEmail: Handler<UpdateEmail> = (call) => {
  const { body, project, operation, at } = call;
  const { currentEmail, currentUserId, newEmail } = body;
  const who = currentEmail == null ? { userId: currentUserId ?? null } : { email: currentEmail };
  return withUser(call, who, (user) => {
    const refuse = (failure: Omit<Failure, 'by' | 'value'>): ReturnType<Handler> =>
      failureReply({ ...failure, by: 'email', value: newEmail }, operation);
    if (!isEmail(newEmail)) return refuse({ reason: 'invalid' });
    if (project.isForgotten({ email: newEmail })) return refuse({ reason: 'forgotten' });
    const holder = project.users.byEmail(newEmail);
    if (holder && holder !== user) {
      return refuse({ reason: 'conflict', code: 'EmailAlreadyExists' });
    }
    project.users.identify(user, newEmail, user.userId);
    user.updatedAt = at;
    return undefined;
  });
};
