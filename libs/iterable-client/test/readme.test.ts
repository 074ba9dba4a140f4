import { mkdir, readFile, writeFile } from 'node:fs/promises';
import nock from 'nock';
import { beforeEach, expect, it, vi } from 'vitest';
import { SUCCESS } from './http-server.js';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
const snippets = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code);
const folder = new URL('../out-tsc/readme/', import.meta.url);

beforeEach(() => {
  vi.stubEnv('ITERABLE_API_KEY', '0123456789abcdef0123456789abcdef');
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});

/** The replies of what the snippets call; each calls only some of it. */
function answerAll(): void {
  const api = nock('https://api.iterable.com');
  api.post('/api/users/update').optionally().reply(200, SUCCESS);
  api.post('/api/events/track').optionally().reply(200, SUCCESS);
  api.post('/api/users/bulkUpdate').optionally().reply(200, { successCount: 1, failCount: 0 });
  api.get('/api/users/getFields').optionally().reply(200, { fields: {} });
  api.get('/api/users/ada%40example.com').optionally().reply(200, {});
}

it('has snippets', () => {
  expect(snippets.length).toBeGreaterThan(3);
});

it.each(snippets.map((code, index) => [index + 1, code] as const))(
  'has a snippet %i that runs',
  async (index, code) => {
    answerAll();
    await mkdir(folder, { recursive: true });
    const file = new URL(`snippet-${index}.ts`, folder);
    await writeFile(file, code);
    await import(/* @vite-ignore */ file.pathname);
  },
);
