import type { FieldType } from '../../state/field-type.js';
import type { Mismatches } from '../../state/field-registry.js';
import { extrasOf } from '../../state/user-extras.js';
import { fieldReport } from '../field-report.js';
import { findUser, type ExistingUser } from '../find-user.js';
import { findWritten } from '../find-written.js';
import type { Handler } from '../handler.js';
import { typesMismatched } from '../types-mismatched.js';
import { userFailures, usersOutcome } from '../users-outcome.js';
import { writeUser, type UserRecord } from '../write-user.js';
import { withList } from './lists.js';

/** Body of `lists/subscribe`. */
export interface Subscribe {
  readonly listId: number;
  readonly subscribers: readonly UserRecord[];
  readonly updateExistingUsersOnly?: boolean | null;
}

/** `POST /api/lists/subscribe`: makes users who are not there, unless told not to. */
export const listsSubscribe: Handler<Subscribe> = (call) =>
  withList(call, call.body.listId, ({ members }) => {
    const { body, project, at } = call;
    const { createNewFields } = project;
    const mismatches: Mismatches = new Map();
    const pending = createNewFields ? new Map<string, FieldType>() : undefined;
    for (const { dataFields } of body.subscribers) {
      if (dataFields) project.userFields.check(dataFields, mismatches, pending);
    }
    const refused = typesMismatched(mismatches);
    if (refused) return refused;
    const report = fieldReport();
    const failures = userFailures();
    // An email-based project has no such option: the API document.
    const existingOnly = body.updateExistingUsersOnly === true && project.projectType !== 'email';
    for (const record of body.subscribers) {
      const known = existingOnly ? findUser(record, project) : undefined;
      const failure =
        known && 'reason' in known
          ? known
          : writeUser(record, { project, createNewFields, at, report });
      const user = failure ? undefined : findWritten(record, project);
      if (user) members.add(user);
      else failures.add(failure);
    }
    return usersOutcome(body.subscribers.length, failures, report);
  });

/** Body of `lists/unsubscribe`. */
export interface Unsubscribe {
  readonly listId: number;
  readonly subscribers: readonly ExistingUser[];
  readonly channelUnsubscribe?: boolean | null;
}

/** `POST /api/lists/unsubscribe`: whoever is not on the list is not found. */
export const listsUnsubscribe: Handler<Unsubscribe> = (call) =>
  withList(call, call.body.listId, ({ members }) => {
    const { body, project } = call;
    const failures = userFailures();
    for (const record of body.subscribers) {
      const user = findUser(record, project);
      if ('reason' in user) failures.add(user);
      else if (members.delete(user)) {
        if (body.channelUnsubscribe) extrasOf(user).unsubscribedChannelIds = [EMAIL_CHANNEL];
      } else {
        const by = record.email == null ? 'userId' : 'email';
        failures.add({ reason: 'notFound', by, value: record.email ?? record.userId ?? '' });
      }
    }
    return usersOutcome(body.subscribers.length, failures, fieldReport());
  });

/** The marketing channel that every project of the sandbox has. */
const EMAIL_CHANNEL = 1;
