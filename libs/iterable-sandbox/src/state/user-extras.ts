import type { JsonObject } from '../json.js';

/** What a user does not want, or asked for. */
export interface Subscriptions {
  unsubscribedChannelIds: number[];
  unsubscribedMessageTypeIds: number[];
  subscribedMessageTypeIds: number[];
}

/** What few users have. */
export interface UserExtras extends Subscriptions {
  devices: JsonObject[];
  browserTokens: string[];
}

/** The extras of a user, made where there are none. */
export function extrasOf(user: { extras: UserExtras | undefined }): UserExtras {
  return (user.extras ??= {
    unsubscribedChannelIds: [],
    unsubscribedMessageTypeIds: [],
    subscribedMessageTypeIds: [],
    devices: [],
    browserTokens: [],
  });
}
