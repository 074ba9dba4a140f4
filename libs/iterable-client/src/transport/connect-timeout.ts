import type { Socket } from 'node:net';

/** As long as the global `fetch` gives a connection. */
const CONNECT_MS = 10_000;

/** The code of the error of a connection that took too long to make: no byte of a request left. */
export const CONNECT_TIMEOUT = 'CONNECT_TIMEOUT';

/** Ends a connection that is not made in time; systems wait for minutes. */
export function connectTimeout(socket: Socket): void {
  const timer = setTimeout(() => {
    const error = new Error(`no connection within ${CONNECT_MS / 1000} s`);
    socket.destroy(Object.assign(error, { code: CONNECT_TIMEOUT }));
  }, CONNECT_MS);
  const stop = (): void => clearTimeout(timer);
  const made = 'encrypted' in socket ? 'secureConnect' : 'connect';
  socket.once(made, stop).once('close', stop);
}
