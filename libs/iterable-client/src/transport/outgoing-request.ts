import type { HttpMethod } from '../operations/operation.js';
import type { Reply } from './reply.js';

/** A request, ready to be sent. */
export interface OutgoingRequest {
  readonly url: string;
  readonly method: HttpMethod;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * Sends a request and gives the reply when its headers are there. Redirects are not followed. It
 * rejects with the reason of the signal, or with a `TypeError` whose cause tells why there is no reply.
 */
export type SendRequest = (request: OutgoingRequest) => Promise<Reply>;
