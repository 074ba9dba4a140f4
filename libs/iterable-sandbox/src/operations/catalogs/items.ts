import { success, type Reply } from '../../http/reply.js';
import { isJsonObject, toJson, type JsonObject } from '../../json.js';
import type { Catalog, Versioned } from '../../state/resources.js';
import type { Handler } from '../handler.js';
import { pageOf } from '../page-of.js';
import { catalogError, withCatalog } from './with-catalog.js';

/** Documented limits: items of a request, and bytes of an item. */
const MOST_DOCUMENTS = 1000;
const MOST_BYTES = 30_000;
const ID = /^[A-Za-z0-9-]{1,255}$/;

/** `GET /api/catalogs/{catalogName}/items`. */
export const itemsGet: Handler = (call) =>
  withCatalog(call, ({ items }, name) => {
    const { orderBy, sortAscending } = call.query;
    const all = [...items];
    if (typeof orderBy === 'string') {
      const key = ([, { value }]: [string, Versioned]): string => toJson(value[orderBy]);
      all.sort((a, b) => key(a).localeCompare(key(b), 'en', { numeric: true }));
      if (sortAscending === false) all.reverse();
    }
    const page = pageOf(call, all);
    return {
      status: 200,
      body: {
        catalogItemsWithProperties: page.items.map(([id, item]) => view(name, id, item)),
        totalItemsCount: items.size,
        ...page.links,
      },
    };
  });

/** `GET /api/catalogs/{catalogName}/items/{itemId}`. */
export const itemGet: Handler = (call) =>
  withCatalog(call, ({ items }, name) => {
    const id = call.params['itemId'] ?? '';
    const item = items.get(id);
    return item
      ? { status: 200, body: view(name, id, item) }
      : catalogError(404, 'itemNotFound', `Catalog item not found: ${id}`, [id]);
  });

/** `POST /api/catalogs/{catalogName}/items`: whole items, or only the fields that were sent. */
export const itemsPost: Handler<{
  readonly documents: JsonObject;
  readonly replaceUploadedFieldsOnly: boolean;
}> = (call) =>
  withCatalog(call, (catalog) => {
    const { documents, replaceUploadedFieldsOnly: merge } = call.body;
    const entries = Object.entries(documents);
    if (entries.length > MOST_DOCUMENTS) {
      return catalogError(400, 'tooManyItems', `At most ${MOST_DOCUMENTS} items a request`);
    }
    for (const [id, value] of entries) {
      const refused = unusable(id, value);
      if (refused) return refused;
    }
    for (const [id, value] of entries)
      put(catalog, id, value as JsonObject, { merge, at: call.at });
    return accepted();
  });

/** `DELETE /api/catalogs/{catalogName}/items`. */
export const itemsDelete: Handler<{ readonly itemIds: readonly string[] }> = (call) =>
  withCatalog(call, ({ items }) => {
    for (const id of call.body.itemIds) items.delete(id);
    return accepted();
  });

/** `DELETE /api/catalogs/{catalogName}/items/{itemId}`. */
export const itemDelete: Handler = (call) =>
  withCatalog(call, ({ items }) => {
    items.delete(call.params['itemId'] ?? '');
    return accepted();
  });

/** `PUT /api/catalogs/{catalogName}/items/{itemId}`: the whole item. */
export const itemPut: Handler<{ readonly value: JsonObject }> = (call) =>
  withCatalog(call, (catalog) => write(catalog, call, call.body.value, false));

/** `PATCH /api/catalogs/{catalogName}/items/{itemId}`: the fields that were sent. */
export const itemPatch: Handler<{ readonly update: JsonObject }> = (call) =>
  withCatalog(call, (catalog) => write(catalog, call, call.body.update, true));

function write(
  catalog: Catalog,
  { params, at }: { readonly params: Readonly<Record<string, string>>; readonly at: number },
  value: JsonObject,
  merge: boolean,
): Reply {
  const id = params['itemId'] ?? '';
  const refused = unusable(id, value);
  if (refused) return refused;
  put(catalog, id, value, { merge, at });
  return accepted();
}

function put(
  { items }: Catalog,
  id: string,
  value: JsonObject,
  { merge, at }: { readonly merge: boolean; readonly at: number },
): void {
  const before = merge ? items.get(id)?.value : undefined;
  items.set(id, { value: { ...before, ...value }, lastModified: at });
}

function unusable(id: string, value: unknown): Reply | undefined {
  if (!ID.test(id)) return catalogError(400, 'invalidItemId', `Invalid item id: ${id}`, [id]);
  if (!isJsonObject(value)) return catalogError(400, 'invalidItem', `Not an object: ${id}`, [id]);
  if (Buffer.byteLength(toJson(value)) > MOST_BYTES) {
    return catalogError(400, 'itemTooLarge', `More than ${MOST_BYTES} bytes: ${id}`, [id]);
  }
  const dotted = Object.keys(value).find((field) => field.includes('.'));
  if (dotted === undefined) return undefined;
  return catalogError(400, 'invalidField', `A field name has no periods: ${dotted}`, [dotted]);
}

function accepted(): Reply {
  return { ...success(), status: 202 };
}

function view(catalogName: string, itemId: string, { value, lastModified }: Versioned): JsonObject {
  return {
    catalogName,
    itemId,
    lastModified: new Date(lastModified).toISOString(),
    size: Buffer.byteLength(toJson(value)),
    value,
  };
}
