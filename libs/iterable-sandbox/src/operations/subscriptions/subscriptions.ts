import { envelope, success, type Reply } from '../../http/reply.js';
import type { Project } from '../../state/project.js';
import type { StoredUser } from '../../state/stored-user.js';
import { extrasOf } from '../../state/user-extras.js';
import { findUser } from '../find-user.js';
import type { Call, Handler } from '../handler.js';
import { text } from '../generic.js';
import { withUser } from '../with-user.js';
import { channels, messageTypes } from '../campaigns/channels.js';

type Change = (user: StoredUser, id: number, subscribe: boolean, project: Project) => void;

interface Group {
  readonly exists: (id: number, project: Project) => boolean;
  readonly change: Change;
}

const without = (ids: readonly number[], id: number): number[] => ids.filter((each) => each !== id);

/** What can be subscribed to, by the name in the path. */
const GROUPS: Readonly<Record<string, Group>> = {
  emailList: {
    exists: (id, { lists }) => lists.get(id) !== undefined,
    change(user, id, subscribe, { lists }) {
      if (subscribe) lists.get(id)?.members.add(user);
      else lists.get(id)?.members.delete(user);
    },
  },
  messageType: {
    exists: (id) => messageTypes.some((each) => each.id === id),
    change(user, id, subscribe) {
      const extras = extrasOf(user);
      const { unsubscribedMessageTypeIds: off, subscribedMessageTypeIds: on } = extras;
      extras.unsubscribedMessageTypeIds = [...without(off, id), ...(subscribe ? [] : [id])];
      extras.subscribedMessageTypeIds = [...without(on, id), ...(subscribe ? [id] : [])];
    },
  },
  messageChannel: {
    exists: (id) => channels.some((each) => each.id === id),
    change(user, id, subscribe) {
      const extras = extrasOf(user);
      const others = without(extras.unsubscribedChannelIds, id);
      extras.unsubscribedChannelIds = subscribe ? others : [...others, id];
    },
  },
};

/** `PUT …/{subscriptionGroup}/{subscriptionGroupId}`: users who are not there are passed over. */
export const subscriptionsBulk: Handler<{
  readonly users?: readonly string[] | null;
  readonly usersByUserId?: readonly string[] | null;
}> = (call) =>
  withGroup(call, (group, id) => {
    const { body, project, query } = call;
    const all = [
      ...(body.users ?? []).map((email) => ({ email })),
      ...(body.usersByUserId ?? []).map((userId) => ({ userId })),
    ];
    for (const who of all) {
      const user = findUser(who, project);
      if (!('reason' in user)) group.change(user, id, query['action'] === 'subscribe', project);
    }
    return { ...success(), status: 202 };
  });

/** `PATCH` (subscribe) and `DELETE` (unsubscribe) `…/user/{userEmail}` and `…/byUserId/{userId}`. */
export const subscriptionsOne: Handler = (call) =>
  withGroup(call, (group, id) => {
    const { params, operation, project } = call;
    const who = { email: params['userEmail'] ?? null, userId: params['userId'] ?? null };
    return withUser(call, who, (user) => {
      group.change(user, id, operation.method === 'PATCH', project);
    });
  });

/** `POST /api/subscriptions/subscribeToDoubleOptIn`: accepted, in plain text. */
export const subscribeToDoubleOptIn: Handler = () => ({ ...text('text/plain', ''), status: 202 });

function withGroup(call: Call, work: (group: Group, id: number) => Reply): Reply {
  const name = call.params['subscriptionGroup'] ?? '';
  const id = Number(call.params['subscriptionGroupId']);
  const group = Object.hasOwn(GROUPS, name) ? GROUPS[name] : undefined;
  if (!group) {
    const known = Object.keys(GROUPS).join(', ');
    return envelope(400, 'BadParams', `subscriptionGroup must be one of ${known}`);
  }
  if (!group.exists(id, call.project)) return envelope(404, 'NotFound', `No ${name} ${id}`);
  return work(group, id);
}
