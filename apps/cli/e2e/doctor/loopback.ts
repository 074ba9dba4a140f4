import { createServer, type Server } from 'node:net';
import { onTestFinished } from 'vitest';

/** Has a server listen on this machine until the test is over, and gives its port. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as { port: number }).port;
}

/** A port whose server takes connections and never says anything. */
export function silentPort(): Promise<number> {
  return listen(createServer());
}

/** A port on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export const urlOf = (port: number): string => `http://127.0.0.1:${String(port)}`;
