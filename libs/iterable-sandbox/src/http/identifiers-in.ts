import { isJsonObject, type JsonObject } from '../json.js';

/** Fields that name the user of a request, the likeliest first. */
const EMAILS = ['email', 'currentEmail', 'userEmail', 'recipientEmail', 'sourceEmail'];
const USER_IDS = ['userId', 'currentUserId', 'recipientUserId', 'sourceUserId'];

/** The identifiers of the user whom an object is about; commerce has them in `user`. */
export function identifiersIn(value: Readonly<JsonObject>): { email?: string; userId?: string } {
  const record = isJsonObject(value['user']) ? value['user'] : value;
  const email = firstText(record, EMAILS);
  const userId = firstText(record, USER_IDS);
  return { ...(email !== undefined && { email }), ...(userId !== undefined && { userId }) };
}

function firstText(record: Readonly<JsonObject>, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = Object.hasOwn(record, name) ? record[name] : undefined;
    if (typeof value === 'string') return value;
  }
  return undefined;
}
