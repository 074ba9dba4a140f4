import type { RequestListener } from 'node:http';
import type { Duplex } from 'node:stream';
import { guard } from '../control/guard.js';
import { pageAssets } from '../page/page-assets.js';
import { PageStream } from '../page/page-stream.js';
import type { Reply } from './reply.js';
import { handleControl } from '../control/handle-control.js';
import { INSPECT_PREFIX } from '../inspect/inspect.js';
import type { ControlledState } from '../control/controlled-state.js';
import { Exchange } from './exchange.js';
import { handleRequest, type RequestContext } from './handle-request.js';
import { refuseMalformed } from './refuse-malformed.js';
import { send } from './send.js';
import { readTarget } from './target.js';

/** Where the page hears of changes. */
const STREAM = `${INSPECT_PREFIX}stream`;

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
  const { journal, project, faults } = context;
  const stream = new PageStream({ project, journal, faults });
  /** The latest request of each connection. */
  const exchanges = new WeakMap<Duplex, Exchange>();
  return {
    onRequest(request, response) {
      const { path, search } = readTarget(request.url ?? '');
      const asset = request.method === 'GET' ? pageAssets.get(path) : undefined;
      if (asset || (request.method === 'GET' && path === STREAM)) {
        request.resume();
        const refused = guard(request);
        if (refused || asset) send(response, refused ?? (asset as Reply));
        else stream.add(response);
        return;
      }
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
