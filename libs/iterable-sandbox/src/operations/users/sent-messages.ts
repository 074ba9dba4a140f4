import type { Handler } from '../handler.js';
import { iterableDate } from '../../state/profile-view.js';
import { withUser } from '../with-user.js';

/** Those that the operation can be asked for. */
const MEDIUMS = ['Email', 'Push', 'InApp', 'SMS'];

/** `GET /api/users/getSentMessages`: what `…/target` operations sent, the newest first. */
export const usersGetSentMessages: Handler = (call) => {
  const { project, query } = call;
  const { email, userId, limit, messageMedium, campaignIds } = query;
  const who = { email: email as string | undefined, userId: userId as string | undefined };
  return withUser(call, { email: who.email ?? null, userId: who.userId ?? null }, (user) => {
    const campaigns = Array.isArray(campaignIds) ? campaignIds.map(String) : undefined;
    const messages = project.activity
      .filter(({ user: to, dataType }) => to === user && dataType.endsWith('Send'))
      .filter(({ fields }) => MEDIUMS.includes(String(fields['messageMedium'])))
      .filter(
        ({ fields }) => messageMedium === undefined || fields['messageMedium'] === messageMedium,
      )
      .filter(({ fields }) => !campaigns || campaigns.includes(String(fields['campaignId'])))
      .toReversed()
      .slice(0, Number(limit))
      .map(({ fields, at }) => ({
        messageId: fields['messageId'],
        campaignId: fields['campaignId'],
        templateId: fields['templateId'],
        createdAt: iterableDate(at),
        // Not in the API document; Iterable's own client expects them.
        messageMedium: fields['messageMedium'],
        status: 'sent',
        sentAt: iterableDate(at),
      }));
    return { status: 200, body: { messages } };
  });
};
