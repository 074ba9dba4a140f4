// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { Identified } from '../types/identified.js';
import type { InAppMessagesResponse } from './shared-types.js';

/** Parameters of `GET /api/inApp/web/getMessages`. */
export type InAppWebGetMessagesQuery = Identified & {
  readonly count: number;
  readonly SDKVersion?: string | undefined;
  readonly packageName?: string | undefined;
};

/** In-app messages for one user of a website. */
export interface InAppWebOperations {
  /**
   * The in-app messages for one user of a website. May be repeated.
   *
   * @throws {@link IterableError}
   */
  getMessages(
    query: InAppWebGetMessagesQuery,
    options?: CallOptions,
  ): Promise<InAppMessagesResponse>;
}
