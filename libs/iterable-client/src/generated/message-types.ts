// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { Int64 } from '../types/int64.js';

/** Part of {@link MessageTypeDetails}. */
export interface FrequencyCap {
  readonly days: number;
  readonly messages: number;
}

/** Part of {@link MessageTypesResponse}. */
export interface MessageTypeDetails {
  readonly channelId: Int64;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly frequencyCap?: FrequencyCap | null;
  readonly id: Int64;
  readonly name: string;
  readonly rateLimitPerMinute?: number | null;
  readonly subscriptionPolicy: 'OptIn' | 'OptOut' | (string & {});
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** Reply of `GET /api/messageTypes`. */
export interface MessageTypesResponse {
  readonly messageTypes: readonly MessageTypeDetails[];
}

/** Message types. */
export interface MessageTypesOperations {
  /**
   * The project's message types. 100 requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  list(options?: CallOptions): Promise<MessageTypesResponse>;
}
