import { envelope, success } from '../../http/reply.js';
import { isJsonObject } from '../../json.js';
import type { Project } from '../../state/project.js';
import type { StoredUser } from '../../state/stored-user.js';
import { failureReply } from '../failure-reply.js';
import { findUser } from '../find-user.js';
import type { Handler } from '../handler.js';

/** Body of `users/merge`. */
export interface MergeUsers {
  readonly sourceEmail?: string | null;
  readonly sourceUserId?: string | null;
  readonly destinationEmail?: string | null;
  readonly destinationUserId?: string | null;
  readonly arrayMerge?: readonly { readonly field?: string; readonly dedupeBy?: string }[] | null;
}

/** `POST /api/users/merge`: what the destination has stays; the source is gone afterwards. */
export const usersMerge: Handler<MergeUsers> = ({ body, project, operation, tokenUser, at }) => {
  if (tokenUser) {
    return envelope(
      403,
      'Forbidden',
      'Merging known user profiles is forbidden with specific API key type. Please use a server-side key.',
    );
  }
  const { sourceEmail, sourceUserId, destinationEmail, destinationUserId } = body;
  if ((sourceEmail == null) === (sourceUserId == null)) return oneOf('source');
  if ((destinationEmail == null) === (destinationUserId == null)) return oneOf('destination');
  const source = findUser({ email: sourceEmail ?? null, userId: sourceUserId ?? null }, project);
  if ('reason' in source) return failureReply(source, operation);
  const destination = findUser(
    { email: destinationEmail ?? null, userId: destinationUserId ?? null },
    project,
  );
  if ('reason' in destination) {
    if (destination.reason !== 'notFound') return failureReply(destination, operation);
    const { users } = project;
    users.identify(source, destinationEmail ?? source.email, destinationUserId ?? source.userId);
    source.updatedAt = at;
  } else if (destination !== source) {
    mergeInto(destination, source, { body, project, at });
  }
  return success();
};

function mergeInto(
  destination: StoredUser,
  source: StoredUser,
  { body, project, at }: { body: MergeUsers; project: Project; at: number },
): void {
  const arrays = (body.arrayMerge ?? []).flatMap(({ field, dedupeBy }) => {
    const both = [destination, source].map(({ dataFields }) => dataFields[field ?? '']);
    if (field === undefined || !both.some(Array.isArray)) return [];
    const items = both.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []));
    return [[field, dedupeBy === undefined ? items : dedupe(items, dedupeBy)] as const];
  });
  destination.dataFields = {
    ...source.dataFields,
    ...destination.dataFields,
    ...Object.fromEntries(arrays),
  };
  destination.updatedAt = at;
  for (const event of source.events ?? []) project.events.put({ ...event, user: destination });
  for (const id of project.lists.of(source)) project.lists.get(id)?.members.add(destination);
  for (const [i, entry] of project.activity.entries()) {
    if (entry.user === source) project.activity[i] = { ...entry, user: destination };
  }
  project.remove(source);
}

function dedupe(items: readonly unknown[], by: string): unknown[] {
  const seen = new Set<unknown>();
  return items.filter((item) => {
    const key = isJsonObject(item) ? item[by] : undefined;
    if (key === undefined || !seen.has(key)) return seen.add(key);
    return false;
  });
}

function oneOf(what: string): ReturnType<Handler> {
  return envelope(400, 'BadParams', `Either ${what}Email or ${what}UserId is required, not both`);
}
