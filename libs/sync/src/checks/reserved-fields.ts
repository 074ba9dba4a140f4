import { fieldLabel } from './field-label.js';
import type { Problem } from './problem.js';

const SET_BY_ITERABLE = 'Iterable sets it itself';
const SUBSCRIPTIONS =
  "it holds the user's subscriptions, which users/updateSubscriptions and lists/subscribe change";

/**
 * Profile fields that Iterable manages and asks not to be sent in profile updates (support article
 * 217744303). Writing those about subscriptions would overwrite what users chose.
 */
const RESERVED: ReadonlyMap<string, string> = new Map([
  ['itblInternal', SET_BY_ITERABLE],
  ['itblDS', SET_BY_ITERABLE],
  ['itblUserId', SET_BY_ITERABLE],
  ['profileUpdatedAt', SET_BY_ITERABLE],
  ['signupDate', SET_BY_ITERABLE],
  ['signupSource', SET_BY_ITERABLE],
  ['receivedSMSDisclaimer', SET_BY_ITERABLE],
  ['knownLitigatorFilter', SET_BY_ITERABLE],
  ['devices', 'it holds what users/registerDeviceToken registers'],
  ['emailListIds', SUBSCRIPTIONS],
  ['userListIds', SUBSCRIPTIONS],
  ['subscribedMessageTypeIds', SUBSCRIPTIONS],
  ['unsubscribedChannelIds', SUBSCRIPTIONS],
  ['unsubscribedMessageTypeIds', SUBSCRIPTIONS],
]);

/** Names of all reserved profile fields. */
export const reservedFields: readonly string[] = [...RESERVED.keys()];

/** Finds reserved fields among those of a profile, but for those that are allowed. */
export function reservedProblems(
  dataFields: Readonly<Record<string, unknown>>,
  allowed: ReadonlySet<string>,
): Problem[] {
  return Object.keys(dataFields)
    .filter((name) => dataFields[name] !== undefined && RESERVED.has(name) && !allowed.has(name))
    .map((name) => ({
      code: 'RESERVED_FIELD',
      text: `the profile field ${fieldLabel(name)} is reserved, as ${RESERVED.get(name) ?? ''}: leave it out or name it otherwise`,
    }));
}
