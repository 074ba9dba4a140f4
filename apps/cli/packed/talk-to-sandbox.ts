import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Starts the installed program's sandbox, sends it a request and ends it; gives the reply's status. */
export async function talkToSandbox(node: string, folder: string): Promise<number> {
  const shim = 'node_modules/.bin/iterable-sync';
  const args = [shim, 'sandbox', '--port', '0', '--api-key', 'the-key'];
  const child = spawn(node, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /ITERABLE_BASE_URL=(\S+)/.exec(line)?.[1];
      if (url === undefined) continue;
      const { status } = await fetch(`${url}/api/users/update`, {
        method: 'POST',
        headers: { 'api-key': 'the-key', 'content-type': 'application/json' },
        body: '{"email":"ada@example.com"}',
      });
      return status;
    }
    throw new Error('The sandbox ended before it said where it is.');
  } finally {
    child.kill('SIGINT');
    await ended;
  }
}
