import { IterableClient } from '@org/iterable-client';
import { expect, it } from 'vitest';
import { startCli } from './cli-process.js';
import { printed } from './printed.js';

it('the sandbox answers until it is interrupted, and a port that is taken is told', async () => {
  const cli = startCli(['sandbox', '--port', '0', '--api-key', 'the-key']);
  await cli.shows('Ctrl-C ends it');
  const baseUrl = /ITERABLE_BASE_URL=(\S+)/.exec(cli.written.stdout)?.[1] ?? '';
  const client = new IterableClient({ apiKey: 'the-key', baseUrl });
  expect(await client.users.update({ email: 'ada@example.com' })).toMatchObject({
    code: 'Success',
  });

  const page = await fetch(baseUrl);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<!DOCTYPE html>');

  const taken = await startCli(['sandbox', '--port', new URL(baseUrl).port]).done;
  expect(taken.exitCode).toBe(2);
  expect(taken.stderr).toMatch(/^error\[LISTEN\]: .*\n/);

  cli.kill('SIGINT');
  expect(await cli.done).toMatchObject({ exitCode: 0, stderr: '' });
});

it('--jwt-secret makes its key one that needs a token', async () => {
  const secret = 'a-secret-of-at-least-32-characters';
  const cli = startCli(['sandbox', '--port', '0', '--api-key', 'the-key', '--jwt-secret', secret]);
  await cli.shows('Ctrl-C ends it');
  const baseUrl = /ITERABLE_BASE_URL=(\S+)/.exec(cli.written.stdout)?.[1] ?? '';
  const client = new IterableClient({ apiKey: 'the-key', baseUrl });
  await expect(client.users.update({ email: 'ada@example.com' })).rejects.toMatchObject({
    status: 401,
  });
  cli.kill('SIGTERM');
  expect((await cli.done).exitCode).toBe(0);
});

it('--json tells where it listens, and nothing else; SIGHUP without a terminal ends it, too', async () => {
  const cli = startCli(['sandbox', '--port', '0', '--json', '--data-center', 'eu']);
  await cli.shows('\n}\n');
  const told = printed<{ url: string }>('sandbox', cli.written);
  expect(told).toMatchObject({ dataCenter: 'eu', apiKey: 'sandbox-api-key' });
  expect((await fetch(told.url)).status).toBe(200);
  cli.kill('SIGHUP');
  expect(await cli.done).toMatchObject({ exitCode: 0, stdout: cli.written.stdout, stderr: '' });
});
