import { bodyProblems } from '../contract/body-problems.js';
import { operations } from '../contract/operations.js';
import { isJsonObject, type JsonObject } from '../json.js';
import { handlerOf } from '../operations/handlers.js';
import type { EventRecord } from '../operations/write-event.js';
import type { UserRecord } from '../operations/write-user.js';
import { checkKeys } from '../options/check-keys.js';
import type { Project } from '../state/project.js';

/** Data to begin with. */
export interface SandboxSeed {
  /** As in the body of `users/bulkUpdate`. */
  readonly users?: readonly UserRecord[];
  /** As in the body of `events/trackBulk`. */
  readonly events?: readonly EventRecord[];
}

const STEPS = [
  ['users', 'users/bulkUpdate'],
  ['events', 'events/trackBulk'],
] as const;

/** @throws TypeError telling what was not written and why. */
export function seed(data: SandboxSeed, project: Project, at: number): void {
  checkKeys('seed', data, ['users', 'events']);
  for (const [key, name] of STEPS) {
    const records = data[key];
    if (records === undefined) continue;
    const operation = operations[name];
    const body = { [key]: records };
    const problems = operation.body && bodyProblems(operation.body, body);
    if (problems) throw new TypeError(`seed: ${JSON.stringify(problems)}`);
    const reply = handlerOf(name)({ operation, body, params: {}, query: {}, project, at });
    const outcome = isJsonObject(reply.body) ? reply.body : {};
    if (reply.status === 200 && outcome['failCount'] === 0) continue;
    throw new TypeError(`seed: ${key} were not all written: ${why(outcome)}.`);
  }
}

/** Reasons and how many each, without the identifiers: an error message holds no personal data. */
function why({ msg, failCount, failedUpdates }: JsonObject): string {
  if (typeof msg === 'string') return msg;
  const lists = Object.entries(isJsonObject(failedUpdates) ? failedUpdates : {});
  const reasons = lists.flatMap(([name, list]) =>
    Array.isArray(list) && list.length > 0 ? [`${list.length} in ${name}`] : [],
  );
  return `${String(failCount)} failed${reasons.length > 0 ? `, ${reasons.join(', ')}` : ''}`;
}
