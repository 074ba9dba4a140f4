import { isRecord } from '../reply/is-record.js';
import { type FailureList, failureList, isFailureList } from './failure-lists.js';
import { userKey } from './user-key.js';

/** An identifier in one of the lists. */
export interface ListedIdentifier {
  readonly list: FailureList;
  readonly identifier: string;
  /** What records of this user have as their `user`. */
  readonly users: readonly string[];
  /** How often the lists have it. */
  readonly times: number;
}

/** What a bulk reply says. */
export interface BulkReading {
  readonly successCount: number;
  readonly failCount: number;
  readonly listed: readonly ListedIdentifier[];
  readonly disallowedEventNames: ReadonlySet<string>;
  readonly filteredOutFields: readonly string[];
}

const KEYS_OF = {
  email: (identifier: string) => [userKey('email', identifier)],
  userId: (identifier: string) => [userKey('userId', identifier)],
  either: (identifier: string) => [userKey('userId', identifier), userKey('email', identifier)],
};

/**
 * Reads a reply whose counts have been checked. Lists that are missing or malformed are empty. In
 * replies to events, the deprecated `invalidUserIds` means users that are not known.
 */
export function readBulkReply(reply: unknown, events: boolean): BulkReading {
  const body = isRecord(reply) ? reply : {};
  const failed = isRecord(body['failedUpdates']) ? body['failedUpdates'] : {};
  const listed = identifiersIn(Object.entries(failed), true);
  const known = new Set(
    [...listed.values()].flatMap(({ list, users }) => (list.names === 'record' ? users : [])),
  );
  // The lists beside the counts are deprecated doubles: they add only what is nowhere else.
  const beside = Object.entries(body)
    .filter(([name]) => isFailureList(name))
    .map(([name, values]): [string, unknown] =>
      events && name === 'invalidUserIds' ? ['notFoundUserIds', values] : [name, values],
    );
  for (const [key, each] of identifiersIn(beside, false)) {
    if (!each.users.some((user) => known.has(user))) listed.set(key, each);
  }
  return {
    successCount: Number(body['successCount']),
    failCount: Number(body['failCount']),
    listed: [...listed.values()],
    disallowedEventNames: new Set(texts(body['disallowedEventNames'])),
    filteredOutFields: texts(body['filteredOutFields']),
  };
}

function identifiersIn(
  lists: [string, unknown][],
  amongFailures: boolean,
): Map<string, ListedIdentifier> {
  const found = new Map<string, ListedIdentifier>();
  for (const [name, values] of lists) {
    const list = failureList(name, amongFailures);
    for (const identifier of texts(values)) {
      const users = KEYS_OF[list.holds](identifier);
      const key = `${list.names} ${users.join()}`;
      const before = found.get(key);
      found.set(key, {
        ...(before ?? { list, identifier, users }),
        times: (before?.times ?? 0) + 1,
      });
    }
  }
  return found;
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
