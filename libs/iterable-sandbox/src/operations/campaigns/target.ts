import { randomUUID } from 'node:crypto';
import { omit } from '../../omit.js';
import { success } from '../../http/reply.js';
import type { Handler } from '../handler.js';
import { withUser } from '../with-user.js';

/** Body of the `…/target` operations. */
export interface Target {
  readonly campaignId: number;
  readonly recipientEmail?: string | null;
  readonly recipientUserId?: string | null;
}

/** A `…/target` operation: the message counts as sent, and goes nowhere. */
export function target(dataType: string, messageMedium: string): Handler<Target> {
  return (call) => {
    const { body, project, at } = call;
    const { campaignId, recipientEmail, recipientUserId } = body;
    const who = { email: recipientEmail ?? null, userId: recipientUserId ?? null };
    return withUser(call, who, (user) => {
      const campaign = project.resources.campaigns.find(({ id }) => id === campaignId);
      const templateId = campaign?.['templateId'] ?? 0;
      const fields = { messageId: randomUUID().replaceAll('-', ''), campaignId, templateId };
      project.activity.push({ dataType, user, at, fields: { ...fields, messageMedium } });
      return success();
    });
  };
}

/** An operation that tells what a user did with a message, such as opening it. */
export function messageEvent(dataType: string): Handler {
  return (call) => {
    const body = call.body as Readonly<Record<string, unknown>>;
    const { email, userId, createdAt } = body;
    const fields = omit(body, 'email', 'userId', 'createdAt', 'deviceInfo');
    const who = { email: asText(email), userId: asText(userId) };
    return withUser(call, who, (user) => {
      const at = typeof createdAt === 'number' ? createdAt * 1000 : call.at;
      call.project.activity.push({ dataType, user, at, fields });
    });
  };
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
