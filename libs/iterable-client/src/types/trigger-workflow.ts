import type { DataFields } from './data-fields.js';
import type { Identified } from './identified.js';
import type { Int64 } from './int64.js';

/** Body of `POST /api/workflows/triggerWorkflow`: for one user, or for a list. */
export type TriggerWorkflowRequest = {
  readonly workflowId: Int64;
  readonly dataFields?: DataFields | undefined;
} & (
  | (Identified & { readonly listId?: undefined })
  | { readonly listId: Int64; readonly email?: undefined; readonly userId?: undefined }
);
