import type { OutgoingRequest } from './outgoing-request.js';
import { requestReply } from './request-reply.js';
import { replyOf } from './reply-of.js';
import type { SocketPool } from './socket-pool.js';

/** A `fetch` for ky that sends what comes beside the `Request`, over `node:http`. */
export function leanFetch(pool: SocketPool): typeof fetch {
  return async (_, init) => {
    const { outgoing } = init as { readonly outgoing: OutgoingRequest };
    try {
      return await replyOf(await requestReply(pool, outgoing));
    } catch (error) {
      if (outgoing.signal.aborted) throw outgoing.signal.reason;
      // As the global `fetch` does: ky knows a lost connection by this name and message.
      throw new TypeError('fetch failed', { cause: error });
    }
  };
}
