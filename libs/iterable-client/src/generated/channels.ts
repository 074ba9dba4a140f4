// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { Int64 } from '../types/int64.js';

/** Part of {@link ChannelsResponse}. */
export interface ChannelDetails {
  readonly channelType: 'Marketing' | 'Transactional' | (string & {});
  readonly id: Int64;
  readonly messageMedium: 'Email' | 'Push' | 'SMS' | (string & {});
  readonly name: string;
}

/** Reply of `GET /api/channels`. */
export interface ChannelsResponse {
  readonly channels: readonly ChannelDetails[];
}

/** Message channels. */
export interface ChannelsOperations {
  /**
   * The project's message channels. 100 requests a second per project. May be repeated.
   *
   * @throws {@link IterableError}
   */
  list(options?: CallOptions): Promise<ChannelsResponse>;
}
