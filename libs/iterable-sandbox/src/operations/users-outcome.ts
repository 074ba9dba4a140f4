import type { Reply } from '../http/reply.js';
import { FailureLists } from './failure-lists.js';
import type { FieldReport } from './field-report.js';

/** The lists of users with whom a request for many failed. */
export function userFailures(): FailureLists {
  return new FailureLists(['invalid', 'notFound', 'invalidData', 'conflict', 'forgotten']);
}

/** The reply to a request for so many users. */
export function usersOutcome(sent: number, failures: FailureLists, report: FieldReport): Reply {
  return {
    status: 200,
    body: {
      successCount: sent - failures.count,
      failCount: failures.count,
      invalidEmails: failures.get('invalidEmails'),
      invalidUserIds: failures.get('invalidUserIds'),
      filteredOutFields: [...report.filteredOut],
      createdFields: [...report.created],
      failedUpdates: failures.lists,
    },
  };
}
