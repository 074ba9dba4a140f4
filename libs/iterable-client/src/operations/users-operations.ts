import type { CallContext } from '../call/call-context.js';
import type { CallOptions } from '../types/call-options.js';
import type { IterableApiResponse } from '../types/iterable-api-response.js';
import type { UserBulkUpdateRequest, UserBulkUpdateResponse } from '../types/user-bulk-update.js';
import type { UserFieldsResponse } from '../types/user-fields.js';
import type { UserUpdateRequest } from '../types/user-update.js';
import { operationBinder } from './bind-operation.js';
import { operationTable } from './operation-table.js';

/** The operations on users. */
export interface UsersOperations {
  /**
   * Creates or updates one user; fields that are not sent are kept. May be repeated. 500 requests a
   * second per project. Allow 60 seconds before calls that depend on it.
   *
   * @throws {@link IterableError}
   */
  update(body: UserUpdateRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Creates or updates many users. May be repeated. 5 requests a second per project, and 4 MB a
   * request. **A promise that is kept does not mean that all users were updated**: read `failCount`
   * and `failedUpdates`. Not to be mixed with single updates of the same user within a short time.
   *
   * @throws {@link IterableError}
   */
  bulkUpdate(body: UserBulkUpdateRequest, options?: CallOptions): Promise<UserBulkUpdateResponse>;
  /**
   * The names and types of all profile fields. 3 requests a second per project.
   *
   * @throws {@link IterableError}
   */
  getFields(options?: CallOptions): Promise<UserFieldsResponse>;
}

/** The operations on users, for one client. */
export function usersOperations(context: CallContext): UsersOperations {
  const bind = operationBinder(context);
  return {
    update: bind.withBody<UserUpdateRequest, IterableApiResponse>(operationTable['users/update']),
    bulkUpdate: bind.withBody<UserBulkUpdateRequest, UserBulkUpdateResponse>(
      operationTable['users/bulkUpdate'],
    ),
    getFields: bind.plain<UserFieldsResponse>(operationTable['users/getFields']),
  };
}
