import { mkdir, readFile, writeFile } from 'node:fs/promises';
import nock from 'nock';
import { beforeEach, expect, it, vi } from 'vitest';
import { groupTable } from '../src/generated/group-table.js';
import { SUCCESS } from './http-server.js';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
const snippets = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code);
const folder = new URL('../out-tsc/readme/', import.meta.url);

beforeEach(() => {
  vi.stubEnv('ITERABLE_API_KEY', '0123456789abcdef0123456789abcdef');
  vi.stubEnv('ITERABLE_JWT_SECRET', 'a-secret-of-at-least-32-characters');
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});

/** The replies of what the snippets call; each calls only some of it. */
function answerAll(): void {
  const api = nock('https://api.iterable.com');
  api.post('/api/users/update').optionally().reply(200, SUCCESS);
  nock('https://api.eu.iterable.com').post('/api/users/update').optionally().reply(200, SUCCESS);
  api.post('/api/events/track').optionally().reply(200, SUCCESS);
  api.post('/api/users/bulkUpdate').optionally().reply(200, { successCount: 1, failCount: 0 });
  api.get('/api/users/getFields').optionally().reply(200, { fields: {} });
  api.get('/api/users/ada%40example.com').optionally().reply(200, {});
  api.post('/api/catalogs/restaurants/items').optionally().reply(202);
  api.get('/api/users/getByEmail?email=ada%40example.com').optionally().reply(200, {});
  const item = { catalogItemsWithProperties: [{ itemId: 'item-1' }], totalItemsCount: 1 };
  api.get('/api/catalogs/restaurants/items').optionally().reply(200, item);
  api.get('/api/lists/getUsers?listId=7').optionally().reply(200, 'ada@example.com\n');
  const job = { jobId: 1234, jobState: 'Completed', exportTruncated: false };
  const files = [{ file: 'a.json', url: 'https://files.example.com/a.json?signature=x' }];
  api
    .get('/api/export/1234/files')
    .optionally()
    .reply(200, { ...job, files });
  const after = '/api/export/1234/files?startAfter=a.json';
  api
    .get(after)
    .optionally()
    .reply(200, { ...job, files: [] });
  nock('https://files.example.com').get(/^/).optionally().reply(200, '{}\n');
}

it('names all methods that are operations', () => {
  const rows = [...readme.matchAll(/^\| `(\w+)`\s+\| (`\w+`(?:, `\w+`)*) +\|$/gm)];
  const named = rows.map(([, group, methods = '']) => [group, methods.match(/\w+/g)]);
  const methods = Object.entries(groupTable).map(([group, each]) => [group, Object.keys(each)]);
  expect(named.filter(([group]) => group !== 'null')).toEqual(methods);
});

it('names all errors and their codes', async () => {
  const errors = Object.keys(await import('../src/index.js')).filter((name) => /Error$/.test(name));
  const rows = readme.matchAll(/^\| `(Iterable\w+Error)` +\|/gm);
  expect(Array.from(rows, ([, name]) => name).sort()).toEqual(
    errors.filter((name) => name !== 'IterableError').sort(),
  );
});

it('has snippets', () => {
  expect(snippets.length).toBeGreaterThan(3);
});

it.each(snippets.map((code, index) => [index + 1, code] as const))(
  'has a snippet %i that runs',
  async (index, code) => {
    answerAll();
    await mkdir(folder, { recursive: true });
    // Files that a snippet writes go there.
    process.chdir(folder.pathname);
    const file = new URL(`snippet-${index}.ts`, folder);
    await writeFile(file, code);
    await import(/* @vite-ignore */ file.pathname);
  },
);
