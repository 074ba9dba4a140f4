import { eventBatches } from '../batch/event-batches.js';
import { listBatches } from '../batch/list-batches.js';
import { userBatches } from '../batch/user-batches.js';
import type { CallContext } from '../call/call-context.js';
import type { GroupName } from '../generated/group-table.js';
import { exportFileMethods } from '../streams/export-file-methods.js';

/**
 * The methods that are not operations, by the group they belong to. The contract's `own` says so to
 * the generator.
 */
export const ownMethods: Readonly<Partial<Record<GroupName, (context: CallContext) => object>>> = {
  events: eventBatches,
  export: exportFileMethods,
  lists: listBatches,
  users: userBatches,
};
