import { connect } from 'node:net';

/** What is sent, over and over. */
export interface Load {
  readonly url: string;
  readonly path: string;
  readonly key: string;
  /** Body of the n-th request. */
  readonly body: (n: number) => string;
  readonly requests: number;
  readonly connections: number;
  /** Requests that are under way on each connection. */
  readonly pipelined: number;
}

/** Sends requests over raw sockets, so that the sender is not what is measured. */
export async function runLoad(load: Load): Promise<{ seconds: number; failed: number }> {
  const { hostname, port } = new URL(load.url);
  let sent = 0;
  let failed = 0;
  const next = (): Buffer | undefined => {
    if (sent === load.requests) return undefined;
    const body = Buffer.from(load.body(sent++));
    const head =
      `POST ${load.path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nApi-Key: ${load.key}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), body]);
  };
  const started = performance.now();
  await Promise.all(
    Array.from({ length: load.connections }, () => {
      return new Promise<void>((resolve, reject) => {
        const socket = connect(Number(port), hostname);
        socket.setNoDelay(true);
        let open = 0;
        let rest = '';
        const fill = (): void => {
          while (open < load.pipelined) {
            const request = next();
            if (!request) break;
            open += 1;
            socket.write(request);
          }
          if (open === 0) socket.end();
        };
        socket.on('connect', fill);
        socket.on('data', (chunk) => {
          rest += chunk.toString('latin1');
          for (;;) {
            const end = rest.indexOf('\r\n\r\n');
            if (end < 0) break;
            const length = Number(/content-length: (\d+)/i.exec(rest.slice(0, end))?.[1]);
            if (rest.length < end + 4 + length) break;
            if (!rest.startsWith('HTTP/1.1 200')) failed += 1;
            rest = rest.slice(end + 4 + length);
            open -= 1;
          }
          fill();
        });
        socket.on('close', () => resolve());
        socket.on('error', reject);
      });
    }),
  );
  return { seconds: (performance.now() - started) / 1000, failed };
}
