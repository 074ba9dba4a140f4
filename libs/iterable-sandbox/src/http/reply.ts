import type { ResponseCode } from '../contract/response-code.js';

/** What goes back to the caller. */
export interface Reply {
  readonly status: number;
  /** A string is sent as it is, anything else as JSON. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The headers are sent at once, the body so many milliseconds later. */
  readonly bodyDelayMs?: number;
}

/** Iterable's envelope. `params` is `null`, not absent, where there is nothing to say. */
export function envelope(
  status: number,
  code: ResponseCode,
  msg: string,
  params: unknown = null,
): Reply {
  return { status, body: { msg, code, params } };
}

/** The recorded reply to a request that succeeded. */
export function success(msg = '', params: unknown = null): Reply {
  return envelope(200, 'Success', msg, params);
}
