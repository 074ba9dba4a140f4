import type { Reply } from '../../http/reply.js';
import type { Catalog } from '../../state/resources.js';
import type { Call } from '../handler.js';

/** Does something with the catalog in the path, or refuses where there is none. */
export function withCatalog(
  { params, project, operation }: Call,
  work: (catalog: Catalog, name: string) => Reply,
): Reply {
  const name = params['catalogName'] ?? '';
  const catalog = project.resources.catalogs.get(name);
  if (catalog) return work(catalog, name);
  const status = operation.statuses.includes(404) ? 404 : 400;
  return catalogError(status, 'notFound', `Catalog not found: ${name}`, [name]);
}

/** Catalogs have an envelope of their own for errors, as recorded. */
export function catalogError(
  status: number,
  code: string,
  message: string,
  args: readonly string[] = [],
): Reply {
  const error = status === 404 ? 'NotFound' : 'BadRequest';
  return { status, body: { error, message, code: `error.catalogs.${code}`, data: { args } } };
}
