import type { JsonObject } from '../json.js';
import type { Failure } from '../state/failure.js';
import { identify, type IdentityRequest } from '../state/identify.js';
import { mergeFields } from '../state/merge-fields.js';
import type { Project } from '../state/project.js';
import { rememberPast } from '../state/visibility.js';
import type { FieldReport } from './field-report.js';
import { settleFields } from './settle-fields.js';

/** A record of `users/update` and `users/bulkUpdate`. */
export interface UserRecord extends IdentityRequest {
  readonly mergeNestedObjects?: boolean | null;
}

/** How the request as a whole wants its records written. */
export interface WriteSettings {
  readonly project: Project;
  readonly createNewFields: boolean;
  readonly at: number;
  readonly report: FieldReport;
}

/** Writes one profile, or says why not; the types of its fields are checked already. */
export function writeUser(record: UserRecord, settings: WriteSettings): Failure | undefined {
  const { project, at } = settings;
  const who = identify(record, project);
  if ('reason' in who) return who;
  const user = who.user ?? project.users.add(at);
  rememberPast(user, { existed: who.user !== undefined, at, delayMs: project.processingDelayMs });
  project.users.identify(user, who.email, who.userId);
  user.updatedAt = at;
  if (!record.dataFields) return undefined;
  const fields = settleFields(
    project.userFields,
    record.dataFields,
    settings.createNewFields,
    settings.report,
  );
  const merged = mergeFields(user.dataFields, fields, record.mergeNestedObjects === true);
  user.dataFields = withIdentity(merged, who.email, who.userId);
  return undefined;
}

/** Where `email` or `userId` stand among the fields, they say what the profile is found by. */
function withIdentity(
  fields: JsonObject,
  email: string | undefined,
  userId: string | undefined,
): JsonObject {
  if (email !== undefined && Object.hasOwn(fields, 'email')) fields['email'] = email;
  if (userId !== undefined && Object.hasOwn(fields, 'userId')) fields['userId'] = userId;
  return fields;
}
