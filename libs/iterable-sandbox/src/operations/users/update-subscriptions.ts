import type { Handler } from '../handler.js';
import { findUser, type ExistingUser } from '../find-user.js';
import { withUser } from '../with-user.js';
import { extrasOf, type Subscriptions } from '../../state/user-extras.js';
import type { Project } from '../../state/project.js';
import type { StoredUser } from '../../state/stored-user.js';

/** Body of `users/updateSubscriptions`: what is there takes the place of what was. */
export interface SubscriptionsUpdate extends ExistingUser, Partial<Subscriptions> {
  readonly emailListIds?: readonly number[] | null;
}

/** `POST /api/users/updateSubscriptions`. */
export const usersUpdateSubscriptions: Handler<SubscriptionsUpdate> = (call) =>
  withUser(call, call.body, (user) => overwrite(user, call.body, call));

/** `POST /api/users/bulkUpdateSubscriptions`. */
export const usersBulkUpdateSubscriptions: Handler<{
  readonly updateSubscriptionsRequests: readonly SubscriptionsUpdate[];
}> = ({ body, project, at }) => {
  const lists: Record<string, string[]> = {
    invalidEmails: [],
    invalidUserIds: [],
    validEmailFailures: [],
    validUserIdFailures: [],
  };
  let failCount = 0;
  for (const update of body.updateSubscriptionsRequests) {
    const user = findUser(update, project);
    if ('reason' in user) {
      failCount += 1;
      const kind = user.by === 'email' ? 'Email' : 'UserId';
      const valid = user.reason !== 'invalid' && user.reason !== 'missing';
      lists[valid ? `valid${kind}Failures` : `invalid${kind}s`]?.push(user.value);
    } else overwrite(user, update, { project, at });
  }
  const successCount = body.updateSubscriptionsRequests.length - failCount;
  return { status: 200, body: { successCount, failCount, ...lists } };
};

const KEYS = [
  'unsubscribedChannelIds',
  'unsubscribedMessageTypeIds',
  'subscribedMessageTypeIds',
] as const;

function overwrite(
  user: StoredUser,
  update: SubscriptionsUpdate,
  { project, at }: { readonly project: Project; readonly at: number },
): void {
  for (const key of KEYS) {
    const ids = update[key];
    if (ids) extrasOf(user)[key] = [...ids];
  }
  if (update.emailListIds) {
    const wanted = new Set(update.emailListIds);
    for (const { id, members } of project.lists.values()) {
      if (wanted.has(id)) members.add(user);
      else members.delete(user);
    }
  }
  user.updatedAt = at;
}
