import type { FieldType } from '../state/field-type.js';
import type { Mismatches } from '../state/field-registry.js';
import { fieldReport } from './field-report.js';
import type { Handler } from './handler.js';
import { typesMismatched } from './types-mismatched.js';
import { userFailures, usersOutcome } from './users-outcome.js';
import { writeUser, type UserRecord } from './write-user.js';

/** Body of `users/bulkUpdate`; `createNewFields` holds for all records. */
export interface BulkUserUpdate {
  readonly users: readonly UserRecord[];
  readonly createNewFields?: boolean | null;
}

/** `POST /api/users/bulkUpdate`: 200 with what happened to each record, or nothing is written. */
export const usersBulkUpdate: Handler<BulkUserUpdate> = ({ body, project, at }) => {
  const createNewFields = body.createNewFields ?? project.createNewFields;
  const pending = createNewFields ? new Map<string, FieldType>() : undefined;
  const mismatches: Mismatches = new Map();
  for (const { dataFields } of body.users) {
    if (dataFields) project.userFields.check(dataFields, mismatches, pending);
  }
  const refused = typesMismatched(mismatches);
  if (refused) return refused;

  const report = fieldReport();
  const failures = userFailures();
  for (const record of body.users) {
    const failure = writeUser(record, { project, createNewFields, at, report });
    if (failure) failures.add(failure);
  }
  return usersOutcome(body.users.length, failures, report);
};
