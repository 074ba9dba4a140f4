export type { RowCheckOptions } from './check-options.js';
export { DistinctUsers, duplicateUser } from './distinct-users.js';
export { fieldConflictMessage, fieldConflicts } from './field-conflicts.js';
export { fieldNotices } from './field-notices.js';
export { fieldTypesOf } from './field-types.js';
export type { ProjectType } from './identity-problems.js';
export { reservedFields } from './reserved-fields.js';
export { createRowChecks, type RowProblems } from './row-checks.js';
