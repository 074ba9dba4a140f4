import { execFile } from 'node:child_process';
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { SUCCESS, answerJson, startServer } from './http-server.js';

describe('a process', () => {
  const client = new URL('../src/index.ts', import.meta.url).href;

  /** Runs a program in a process of its own; the library is bundled for it. */
  const run = async (program: string, env: object = {}): Promise<string> => {
    const { build } = await import('esbuild');
    const { outputFiles } = await build({
      stdin: {
        contents: `import { IterableClient } from ${JSON.stringify(new URL(client).pathname)};${program}`,
        resolveDir: import.meta.dirname,
      },
      bundle: true,
      write: false,
      platform: 'node',
      format: 'esm',
    });
    const running = promisify(execFile)(process.execPath, ['--input-type=module', '-'], {
      env: { ...process.env, ...env },
      timeout: 20_000,
    });
    running.child.stdin?.end(outputFiles[0]?.text);
    return (await running).stdout;
  };
  const callOnce = (url: string): string => `
    const client = new IterableClient({ apiKey: 'k', baseUrl: ${JSON.stringify(url)} });
    await client.users.update({ email: 'ada@example.com' });
    const idleSince = performance.now();
    process.on('exit', () => console.log(performance.now() - idleSince < 3000 ? 'at once' : 'late'));`;

  it('ends although the client was not closed', async () => {
    await using server = await startServer((reply) => answerJson(reply, SUCCESS));
    expect(await run(callOnce(server.url))).toBe('at once\n');
  });

  it('goes by the proxy that Node was told to heed', async () => {
    const asked: (string | undefined)[] = [];
    await using proxy = await startServer((reply, request: IncomingMessage) => {
      asked.push(request.url);
      answerJson(reply, SUCCESS);
    });
    await run(callOnce('http://localhost:9'), {
      NODE_USE_ENV_PROXY: '1',
      HTTP_PROXY: proxy.url,
      NO_PROXY: '',
    });
    expect(asked).toEqual(['http://localhost:9/api/users/update']);
  });
});
