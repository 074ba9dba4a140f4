import { success } from '../http/reply.js';
import type { Mismatches } from '../state/field-registry.js';
import { failureReply } from './failure-reply.js';
import { fieldReport } from './field-report.js';
import type { Handler } from './handler.js';
import { typesMismatched } from './types-mismatched.js';
import { writeUser, type UserRecord } from './write-user.js';

/** Body of `users/update`. */
export interface UserUpdate extends UserRecord {
  readonly createNewFields?: boolean | null;
}

/** `POST /api/users/update`: creates or changes one profile. */
export const usersUpdate: Handler<UserUpdate> = ({ body, operation, project, at }) => {
  const mismatches: Mismatches = new Map();
  const createNewFields = body.createNewFields ?? project.createNewFields;
  if (body.dataFields) {
    project.userFields.check(body.dataFields, mismatches, createNewFields ? new Map() : undefined);
  }
  const refused = typesMismatched(mismatches);
  if (refused) return refused;
  const report = fieldReport();
  const failure = writeUser(body, { project, createNewFields, at, report });
  return failure ? failureReply(failure, operation) : success();
};
