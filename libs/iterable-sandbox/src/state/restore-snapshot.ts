import { checkKeys } from '../options/check-keys.js';
import type { Project } from './project.js';
import type { SandboxSnapshot } from './project-snapshot.js';
import type { StoredUser } from './stored-user.js';

const KEYS: readonly (keyof SandboxSnapshot)[] = [
  'version',
  'users',
  'events',
  'lists',
  'activity',
  'userFields',
  'eventFields',
  'disallowedEvents',
  'forgotten',
  'tokensInvalidBefore',
  'resources',
];

/**
 * Puts a project back to what a snapshot holds.
 *
 * @throws TypeError where it is no snapshot. Where that shows only half way, the project is empty.
 */
export function restoreSnapshot(project: Project, snapshot: SandboxSnapshot): void {
  checkKeys('restore', snapshot, KEYS);
  const missing = KEYS.find((key) => snapshot[key] === undefined);
  if (missing) throw new TypeError(`restore: this is no snapshot; it has no '${missing}'.`);
  if ((snapshot.version as number) !== 1) {
    throw new TypeError(`restore: version must be 1; received ${String(snapshot.version)}.`);
  }
  project.reset();
  try {
    load(project, structuredClone(snapshot));
  } catch (cause) {
    project.reset();
    throw new TypeError('restore: this is no snapshot of a sandbox.', { cause });
  }
}

function load(project: Project, snapshot: SandboxSnapshot): void {
  const users = snapshot.users.map((entry): StoredUser => {
    const user = project.users.add(entry.createdAt);
    project.users.identify(user, entry.email, entry.userId);
    user.dataFields = entry.dataFields;
    user.updatedAt = entry.updatedAt;
    user.extras = entry.extras;
    return user;
  });
  const userAt = (place: number): StoredUser => {
    const user = users[place];
    if (!user) throw new RangeError(`no user ${place}`);
    return user;
  };
  for (const { user, campaignId, templateId, ...rest } of snapshot.events) {
    project.events.put({ ...rest, user: userAt(user), campaignId, templateId });
  }
  for (const { members, description, ...rest } of snapshot.lists) {
    const list = project.lists.add({ ...rest, description });
    for (const place of members) list.members.add(userAt(place));
  }
  for (const entry of snapshot.activity) {
    project.activity.push({ ...entry, user: userAt(entry.user) });
  }
  project.restoreFields(snapshot.userFields, snapshot.eventFields);
  for (const name of snapshot.disallowedEvents) project.disallowedEvents.add(name);
  loadSubjects(project, snapshot);
  loadResources(project, snapshot.resources);
}

function loadSubjects(
  { forgotten, tokensInvalidBefore }: Project,
  snapshot: SandboxSnapshot,
): void {
  for (const email of snapshot.forgotten.emails) forgotten.set({ email }, true);
  for (const userId of snapshot.forgotten.userIds) forgotten.set({ userId }, true);
  const times = snapshot.tokensInvalidBefore;
  for (const [email, time] of times.emails) tokensInvalidBefore.set({ email }, time);
  for (const [userId, time] of times.userIds) tokensInvalidBefore.set({ userId }, time);
}

function loadResources({ resources }: Project, from: SandboxSnapshot['resources']): void {
  resources.clear(from.lastId);
  for (const { name, items, mappings } of from.catalogs) {
    resources.catalogs.set(name, { items: new Map(items), mappings: new Map(mappings) });
  }
  for (const { name, entries } of from.metadata) resources.metadata.set(name, new Map(entries));
  resources.campaigns = [...from.campaigns];
  resources.templates = [...from.templates];
  resources.snippets = [...from.snippets];
  resources.webhooks = [...from.webhooks];
  resources.exports = [...from.exports];
}
