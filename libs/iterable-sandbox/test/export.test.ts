import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../src/index.js';
import { call, refusal, startSandbox, updateUser } from './support.js';

const email = 'ann@example.com';
const second = Date.UTC(2026, 0, 13, 12) / 1000;

async function filled(): Promise<Sandbox> {
  const sandbox = await startSandbox({ now: () => second * 1000 });
  sandbox.seed({
    users: [
      { email, userId: 'ann', dataFields: { plan: 'pro', note: 'a "quoted", text\nof two' } },
    ],
    events: [
      { email, eventName: 'old', id: 'e-1', createdAt: second - 86_400 },
      { email, eventName: 'new', id: 'e-2', createdAt: second, dataFields: { n: 1 } },
    ],
  });
  const items = [{ id: 'i', name: 'shoe', price: 5, quantity: 1 }];
  await call(sandbox, '/api/commerce/trackPurchase', {
    body: { user: { email }, items, total: 5, id: 'p-1' },
  });
  return sandbox;
}

const lines = (body: unknown): unknown[] =>
  (body as string)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);

describe('export/data', () => {
  it('tells events as JSON lines, those of the range', async () => {
    const sandbox = await filled();
    const get = async (query: string): Promise<unknown[]> => {
      const path = `/api/export/data.json?dataTypeName=customEvent&${query}`;
      return lines((await call(sandbox, path)).body);
    };
    expect(await get('range=All')).toMatchObject([{ id: 'e-1' }, { id: 'e-2', n: 1 }]);
    expect(await get('range=Today')).toMatchObject([{ id: 'e-2' }]);
    expect(await get('range=BeforeToday')).toMatchObject([{ id: 'e-1' }]);
    const from = encodeURIComponent('2026-01-13 13:00:00 +01:00');
    expect(await get(`startDateTime=${from}`)).toMatchObject([{ id: 'e-2' }]);
    expect(await get('range=Today&onlyFields=id&onlyFields=email')).toEqual([{ email, id: 'e-2' }]);
    expect(await get('range=Today&omitFields=id,n,createdAt,userId')).toEqual([
      { email, eventName: 'new' },
    ]);
  });

  it('tells profiles as CSV that another parser reads', async () => {
    const sandbox = await filled();
    const path = '/api/export/data.csv?dataTypeName=user&range=All&delimiter=%7C';
    const { body, headers } = await call(sandbox, path);
    expect(headers.get('content-type')).toBe('text/csv');
    const rows: unknown = parse(body as string, { columns: true, delimiter: '|' });
    expect(rows).toMatchObject([{ email, plan: 'pro', note: 'a "quoted", text\nof two' }]);
  });

  it('tells purchases, and nothing of what never happened', async () => {
    const sandbox = await filled();
    const get = (type: string) =>
      call(sandbox, `/api/export/data.json?dataTypeName=${type}&range=All`);
    expect(lines((await get('purchase')).body)).toMatchObject([{ email, id: 'p-1', total: 5 }]);
    expect((await get('emailOpen')).body).toBe('');
  });

  it.each(['', '&startDateTime=yesterday'])('is refused with range "%s"', async (query) => {
    const path = `/api/export/data.json?dataTypeName=user${query}`;
    expect(await call(await filled(), path)).toMatchObject(refusal(400, 'BadParams'));
  });

  it('streams more than fits into one piece', async () => {
    const sandbox = await startSandbox();
    const users = Array.from({ length: 20_000 }, (_, i) => ({ userId: `user-${i}` }));
    sandbox.seed({ users });
    const { body } = await call(sandbox, '/api/export/data.json?dataTypeName=user&range=All');
    expect(lines(body)).toHaveLength(20_000);
  });
});

it('export/userEvents tells what one user did', async () => {
  const sandbox = await filled();
  await updateUser(sandbox, { userId: 'bob' });
  const path = `/api/export/userEvents?email=${email}`;
  expect(lines((await call(sandbox, path)).body)).toMatchObject([{ id: 'p-1' }]);
  const all = await call(sandbox, `${path}&includeCustomEvents=true`);
  expect(lines(all.body)).toMatchObject([{ id: 'p-1' }, { id: 'e-1' }, { id: 'e-2' }]);
  expect((await call(sandbox, '/api/export/userEvents?userId=bob')).body).toBe('');
});

describe('an export job', () => {
  it('has a file that can be had without a key', async () => {
    const sandbox = await filled();
    const { body } = await call(sandbox, '/api/export/start', {
      body: { dataTypeName: 'customEvent', outputFormat: 'text/csv', onlyFields: 'id,n' },
    });
    const { jobId } = body as { jobId: number };
    expect((await call(sandbox, '/api/export/jobs')).body).toMatchObject({
      jobs: [{ id: jobId, dataTypeName: 'customEvent', jobState: 'Completed' }],
    });
    const { files } = (await call(sandbox, `/api/export/${jobId}/files`)).body as {
      files: { file: string; url: string }[];
    };
    expect(files).toHaveLength(1);
    const text = await (await fetch(files[0]?.url ?? '')).text();
    expect(text).toBe('id,n\r\ne-1,\r\ne-2,1\r\n');
    const after = `/api/export/${jobId}/files?startAfter=${files[0]?.file ?? ''}`;
    expect((await call(sandbox, after)).body).toMatchObject({ files: [] });
  });

  it('can be cancelled', async () => {
    const sandbox = await filled();
    const { body } = await call(sandbox, '/api/export/start', {
      body: { dataTypeName: 'user', outputFormat: 'text/csv' },
    });
    const { jobId } = body as { jobId: number };
    await call(sandbox, `/api/export/${jobId}`, { method: 'DELETE' });
    expect((await call(sandbox, '/api/export/jobs?jobState=Failed')).body).toMatchObject({
      jobs: [{ id: jobId }],
    });
    expect((await call(sandbox, `/_sandbox/exports/export-${jobId}.csv`)).status).toBe(404);
  });
});
