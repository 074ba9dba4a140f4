import type { RequestListener } from 'node:http';
import { inspect, INSPECT_PREFIX } from '../inspect/inspect.js';
import type { Sandbox } from '../sandbox.js';
import { Exchange } from './exchange.js';
import { handleRequest, type RequestContext } from './handle-request.js';
import { send } from './send.js';
import { readTarget } from './target.js';

/** The one function that every request goes through. */
export function createListener(
  context: RequestContext,
  now: () => number,
  sandbox: () => Sandbox,
): RequestListener {
  return (request, response) => {
    const { path, search } = readTarget(request.url ?? '');
    if (path.startsWith(INSPECT_PREFIX)) {
      request.resume();
      send(response, inspect(sandbox(), { method: request.method ?? '', path, search }));
      return;
    }
    const { journal } = context;
    void handleRequest(
      new Exchange(request, response, { path, at: now(), journal }),
      search,
      context,
    );
  };
}
