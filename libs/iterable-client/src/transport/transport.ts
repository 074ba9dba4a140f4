import ky, { type Options } from 'ky';
import type { FetchFunction } from '../types/client-options.js';
import { leanFetch } from './lean-fetch.js';
import type { SendRequest } from './outgoing-request.js';
import { SocketPool } from './socket-pool.js';

/** What sends the requests of one client. */
export interface Transport {
  readonly send: SendRequest;
  /** Lets go of the connections that it keeps. */
  close(): void;
}

/** Retries, time limits and error statuses are decided by the caller, in one loop. */
const OURS_TO_DECIDE = {
  retry: 0,
  timeout: false,
  throwHttpErrors: false,
  redirect: 'manual',
} as const satisfies Options;

/** Sets up ky over the `fetch` that was given, or over a lean one with connections of its own. */
export function createTransport(given: FetchFunction | undefined): Transport {
  return given === undefined ? leanTransport() : transportOver(given);
}

/** Over somebody else's `fetch`, which sees the whole request. */
function transportOver(given: FetchFunction): Transport {
  const over = ky.create({ ...OURS_TO_DECIDE, fetch: given as typeof fetch });
  return {
    send: ({ url, body, ...rest }) => over(url, body === undefined ? rest : { ...rest, body }),
    close: () => undefined,
  };
}

/**
 * Headers, body and signal go to the lean `fetch` beside ky's `Request`, by an option that ky hands
 * on as it is: a `Request` copies the first, makes a stream of the second and a new signal of the
 * third, which costs more than to send it.
 */
function leanTransport(): Transport {
  const pool = new SocketPool();
  const over = ky.create({ ...OURS_TO_DECIDE, fetch: leanFetch(pool) });
  return {
    send: (outgoing) => over(outgoing.url, { method: outgoing.method, outgoing } as Options),
    close: () => pool.close(),
  };
}
