import type { HttpMethod, Operation } from './operation.js';
import { operationTable } from '../generated/operation-table.js';

const byRoute: ReadonlyMap<string, Operation> = new Map(
  Object.values(operationTable).map((operation) => [
    `${operation.method} ${operation.path}`,
    operation,
  ]),
);

/** Parts of a path that may be an e-mail address: they have no place in names and logs. */
const WITH_ADDRESS = /[^/]*(?:@|%40)[^/]*/gi;

/**
 * The operation behind a method and path. One that is not in the table is named after its path,
 * with addresses left out, answers JSON, and may be repeated if it only reads.
 */
export function findOperation(method: HttpMethod, path: string): Operation {
  return (
    byRoute.get(`${method} ${path}`) ?? {
      name: path.replace(/^\/(?:api\/)?/, '').replace(WITH_ADDRESS, '{…}'),
      method,
      path,
      repeatable: method === 'GET' ? 'yes' : 'no',
      reply: 'json',
    }
  );
}
