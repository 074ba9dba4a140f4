import type { RequestListener } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleControl } from '../control/handle-control.js';
import { INSPECT_PREFIX } from '../inspect/inspect.js';
import type { ControlledState } from '../control/controlled-state.js';
import { Exchange } from './exchange.js';
import { handleRequest, type RequestContext } from './handle-request.js';
import { refuseMalformed } from './refuse-malformed.js';
import { send } from './send.js';
import { readTarget } from './target.js';

/** What a server calls. */
export interface Listeners {
  /** Every request goes through this one function. */
  readonly onRequest: RequestListener;
  readonly onClientError: (error: NodeJS.ErrnoException, socket: Duplex) => void;
}

/** Makes the listeners of a server. */
export function createListeners(
  context: RequestContext,
  state: ControlledState,
  now: () => number,
): Listeners {
  const { journal } = context;
  /** The latest request of each connection. */
  const exchanges = new WeakMap<Duplex, Exchange>();
  return {
    onRequest(request, response) {
      const { path, search } = readTarget(request.url ?? '');
      if (path.startsWith(INSPECT_PREFIX)) {
        handleControl({ request, path, search }, state)
          .then((reply) => send(response, reply))
          .catch(() => request.socket.destroy());
        return;
      }
      const exchange = new Exchange({ request, response, path, at: now(), journal });
      exchanges.set(request.socket, exchange);
      handleRequest(exchange, search, context).catch(() => exchange.reset());
    },
    onClientError(error, socket) {
      refuseMalformed(error, socket, exchanges.get(socket));
    },
  };
}
