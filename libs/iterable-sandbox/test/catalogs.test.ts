import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../src/index.js';
import { call, startSandbox, type Answer } from './support.js';

const ITEMS = '/api/catalogs/shoes/items';

async function withCatalog(): Promise<Sandbox> {
  const sandbox = await startSandbox({ now: () => 0 });
  expect((await call(sandbox, '/api/catalogs/shoes', { method: 'POST' })).status).toBe(201);
  return sandbox;
}

const upload = (sandbox: Sandbox, documents: object, replaceUploadedFieldsOnly = false) =>
  call(sandbox, ITEMS, { body: { documents, replaceUploadedFieldsOnly } });
const item = async (sandbox: Sandbox, id: string): Promise<unknown> =>
  ((await call(sandbox, `${ITEMS}/${id}`)).body as { value?: unknown }).value;

describe('a catalog', () => {
  it('takes items: whole ones, or only the fields that were sent', async () => {
    const sandbox = await withCatalog();
    expect((await upload(sandbox, { a: { size: 1, color: 'red' } })).status).toBe(202);
    await upload(sandbox, { a: { size: 2 } }, true);
    expect(await item(sandbox, 'a')).toEqual({ size: 2, color: 'red' });
    await upload(sandbox, { a: { size: 3 } });
    expect(await item(sandbox, 'a')).toEqual({ size: 3 });
    await call(sandbox, `${ITEMS}/a`, { method: 'PATCH', body: { update: { color: 'blue' } } });
    expect(await item(sandbox, 'a')).toEqual({ size: 3, color: 'blue' });
    await call(sandbox, `${ITEMS}/a`, { method: 'PUT', body: { value: { size: 4 } } });
    expect(await item(sandbox, 'a')).toEqual({ size: 4 });
  });

  it('is paged and ordered', async () => {
    const sandbox = await withCatalog();
    await upload(sandbox, { a: { n: 2 }, b: { n: 10 }, c: { n: 1 } });
    const ids = ({ body }: Answer): unknown =>
      (body as { catalogItemsWithProperties: { itemId: string }[] }).catalogItemsWithProperties.map(
        ({ itemId }) => itemId,
      );
    const first = await call(sandbox, `${ITEMS}?orderBy=n&page=1&pageSize=2`);
    expect(ids(first)).toEqual(['c', 'a']);
    expect(first.body).toMatchObject({
      totalItemsCount: 3,
      nextPageUrl: `${ITEMS}?page=2&pageSize=2`,
    });
    const last = await call(sandbox, `${ITEMS}?orderBy=n&sortAscending=true&page=2&pageSize=2`);
    expect(ids(last)).toEqual(['b']);
    expect(last.body).not.toHaveProperty('nextPageUrl');
  });

  it('loses items one by one and many at once, and goes', async () => {
    const sandbox = await withCatalog();
    await upload(sandbox, { a: {}, b: {}, c: {} });
    await call(sandbox, `${ITEMS}/a`, { method: 'DELETE' });
    await call(sandbox, ITEMS, { method: 'DELETE', body: { itemIds: ['b'] } });
    expect((await call(sandbox, ITEMS)).body).toMatchObject({ totalItemsCount: 1 });
    await call(sandbox, '/api/catalogs/shoes', { method: 'DELETE' });
    expect((await call(sandbox, '/api/catalogs')).body).toMatchObject({ totalCatalogsCount: 0 });
  });

  it.each<[string, object]>([
    ['an id with a dot', { 'a.b': {} }],
    ['a field with a dot', { a: { 'b.c': 1 } }],
    ['an item that is no object', { a: 5 }],
    ['an item of more than 30 kB', { a: { text: 'x'.repeat(30_000) } }],
    ['too many', Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`i${i}`, {}]))],
  ])('takes nothing of a request with %s', async (_what, documents) => {
    const sandbox = await withCatalog();
    const answer = await upload(sandbox, { good: {}, ...documents });
    expect(answer).toMatchObject({ status: 400, body: { error: 'BadRequest' } });
    expect((await call(sandbox, ITEMS)).body).toMatchObject({ totalItemsCount: 0 });
  });

  it('that is not there is told in the envelope of catalogs', async () => {
    const answer = await call(await startSandbox(), ITEMS);
    expect([answer.status, answer.body]).toEqual([
      404,
      {
        error: 'NotFound',
        message: 'Catalog not found: shoes',
        code: 'error.catalogs.notFound',
        data: { args: ['shoes'] },
      },
    ]);
  });

  it('keeps the type that a field was given', async () => {
    const sandbox = await withCatalog();
    const put = (fieldType: string): Promise<Answer> =>
      call(sandbox, '/api/catalogs/shoes/fieldMappings', {
        method: 'PUT',
        body: { mappingsUpdates: [{ fieldName: 'size', fieldType }] },
      });
    await upload(sandbox, { a: { size: 1, color: 'red' } });
    expect((await put('long')).status).toBe(200);
    expect((await put('string')).status).toBe(400);
    expect((await call(sandbox, '/api/catalogs/shoes/fieldMappings')).body).toEqual({
      definedMappings: { size: 'long' },
      undefinedFields: ['color'],
    });
  });
});
