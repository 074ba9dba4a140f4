import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Drive, Driven } from './client-process.ts';

/** A client in a process of its own, so that no peer pays for another's garbage or type feedback. */
export interface ClientProcess extends Disposable {
  drive(drive: Drive): Promise<Driven>;
}

/** Starts the server; it ends with this process, or when disposed of. */
export async function startServer(): Promise<Disposable & { readonly url: string }> {
  const child = fork(new URL('server.ts', import.meta.url));
  const { port } = (await messageOf(child)) as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, [Symbol.dispose]: () => void child.kill() };
}

/** Starts a peer. */
export async function startClient(peer: string, url: string): Promise<ClientProcess> {
  const child = fork(new URL('client-process.ts', import.meta.url), [peer, url]);
  await messageOf(child);
  return {
    drive: async (drive) => {
      child.send(drive);
      return (await messageOf(child)) as Driven;
    },
    [Symbol.dispose]: () => void child.kill(),
  };
}

/** The next message of a process, or an error if it ends before. */
export async function messageOf(child: ChildProcess): Promise<unknown> {
  const listening = new AbortController();
  const { signal } = listening;
  const gone = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`A process of the benchmark ended with ${code}.`);
  });
  gone.catch(() => undefined);
  try {
    const [message] = (await Promise.race([once(child, 'message', { signal }), gone])) as [unknown];
    return message;
  } finally {
    listening.abort();
  }
}
