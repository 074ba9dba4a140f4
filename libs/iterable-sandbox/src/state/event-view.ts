import type { JsonObject } from '../json.js';
import type { StoredEvent } from './stored-event.js';

/** An event as the API shows it; the API document leaves its shape open. */
export function eventView(event: StoredEvent): JsonObject {
  const { user, id, eventName, createdAt, dataFields, campaignId, templateId } = event;
  return {
    id,
    eventName,
    ...(user.email !== undefined && { email: user.email }),
    ...(user.userId !== undefined && { userId: user.userId }),
    createdAt,
    dataFields,
    ...(campaignId !== undefined && { campaignId }),
    ...(templateId !== undefined && { templateId }),
  };
}
