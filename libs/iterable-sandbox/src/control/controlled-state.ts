import type { Reply } from '../http/reply.js';
import type { SandboxState } from '../sandbox.js';

/** What HTTP reaches of a sandbox beside the API. */
export interface ControlledState extends SandboxState {
  /** The file of an export that is complete. */
  exportFile(id: number): Reply | undefined;
}
