import { success } from '../../http/reply.js';
import type { Handler } from '../handler.js';
import { pageOf } from '../page-of.js';
import { catalogError, withCatalog } from './with-catalog.js';

/** Letters, digits and dashes, 255 at most: the article "Catalog". */
const NAME = /^[A-Za-z0-9-]{1,255}$/;

/** `GET /api/catalogs`. */
export const catalogsGet: Handler = (call) => {
  const names = [...call.project.resources.catalogs.keys()];
  const { items, links } = pageOf(call, names);
  const catalogNames = items.map((name) => ({ name }));
  return { status: 200, body: { catalogNames, totalCatalogsCount: names.length, ...links } };
};

/** `POST /api/catalogs/{catalogName}`. */
export const catalogsCreate: Handler = ({ params, project }) => {
  const name = params['catalogName'] ?? '';
  const { catalogs } = project.resources;
  if (!NAME.test(name)) return catalogError(400, 'invalidName', `Invalid catalog name: ${name}`);
  if (catalogs.has(name)) {
    return catalogError(400, 'alreadyExists', `Catalog already exists: ${name}`);
  }
  catalogs.set(name, { items: new Map(), mappings: new Map() });
  return { ...success(), status: 201 };
};

/** `DELETE /api/catalogs/{catalogName}`. */
export const catalogsDelete: Handler = (call) =>
  withCatalog(call, (_catalog, name) => {
    call.project.resources.catalogs.delete(name);
    return success();
  });

/** `GET /api/catalogs/{catalogName}/fieldMappings`. */
export const catalogsGetMappings: Handler = (call) =>
  withCatalog(call, ({ items, mappings }) => {
    const fields = new Set(Array.from(items.values(), ({ value }) => Object.keys(value)).flat());
    const undefinedFields = [...fields].filter((field) => !mappings.has(field));
    return {
      status: 200,
      body: { definedMappings: Object.fromEntries(mappings), undefinedFields },
    };
  });

/** `PUT /api/catalogs/{catalogName}/fieldMappings`: a type that was set stays. */
export const catalogsPutMappings: Handler<{
  readonly mappingsUpdates: readonly { readonly fieldName: string; readonly fieldType: string }[];
}> = (call) =>
  withCatalog(call, ({ mappings }) => {
    const updates = call.body.mappingsUpdates;
    const changed = updates.find(({ fieldName, fieldType }) => {
      const known = mappings.get(fieldName);
      return known !== undefined && known !== fieldType;
    });
    if (changed) {
      return catalogError(400, 'fieldTypeExists', `${changed.fieldName} has another type already`);
    }
    for (const { fieldName, fieldType } of updates) mappings.set(fieldName, fieldType);
    return success();
  });
