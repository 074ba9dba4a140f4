import type { JsonObject } from '../json.js';
import type { StoredEvent } from './stored-event.js';
import type { StoredUser } from './stored-user.js';

/** A profile that the sandbox holds. A copy: changing it changes nothing. */
export interface SandboxUser {
  readonly email?: string;
  readonly userId?: string;
  /** What was sent, merged; without the fields that Iterable makes itself. */
  readonly dataFields: Readonly<JsonObject>;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An event that the sandbox holds. A copy: changing it changes nothing. */
export interface SandboxEvent {
  readonly id: string;
  readonly eventName: string;
  /** The identifiers that its user has now. */
  readonly email?: string;
  readonly userId?: string;
  readonly dataFields: Readonly<JsonObject>;
  /** As sent; without it, the seconds since 1970 at arrival. */
  readonly createdAt: number;
  readonly campaignId?: number;
  readonly templateId?: number;
  readonly receivedAt: Date;
}

/** Copies a profile. */
export function toSandboxUser(user: StoredUser): SandboxUser {
  return {
    ...identifiers(user),
    dataFields: structuredClone(user.dataFields),
    createdAt: new Date(user.createdAt),
    updatedAt: new Date(user.updatedAt),
  };
}

/** Copies an event. */
export function toSandboxEvent(event: StoredEvent): SandboxEvent {
  return {
    id: event.id,
    eventName: event.eventName,
    ...identifiers(event.user),
    dataFields: structuredClone(event.dataFields),
    createdAt: event.createdAt,
    ...(event.campaignId !== undefined && { campaignId: event.campaignId }),
    ...(event.templateId !== undefined && { templateId: event.templateId }),
    receivedAt: new Date(event.receivedAt),
  };
}

function identifiers({ email, userId }: StoredUser): { email?: string; userId?: string } {
  return { ...(email !== undefined && { email }), ...(userId !== undefined && { userId }) };
}
