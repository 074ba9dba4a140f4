import type { FieldType } from '../state/field-type.js';
import type { Mismatches } from '../state/field-registry.js';
import { FailureLists } from './failure-lists.js';
import { fieldReport } from './field-report.js';
import type { Handler } from './handler.js';
import { typesMismatched } from './types-mismatched.js';
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
  const failures = new FailureLists([
    'invalid',
    'notFound',
    'invalidData',
    'conflict',
    'forgotten',
  ]);
  for (const record of body.users) {
    const failure = writeUser(record, { project, createNewFields, at, report });
    if (failure) failures.add(failure);
  }
  return {
    status: 200,
    body: {
      successCount: body.users.length - failures.count,
      failCount: failures.count,
      invalidEmails: failures.get('invalidEmails'),
      invalidUserIds: failures.get('invalidUserIds'),
      filteredOutFields: [...report.filteredOut],
      createdFields: [...report.created],
      failedUpdates: failures.lists,
    },
  };
};
