import { envelope, type Reply } from './reply.js';

/** No operation answers this method and path. */
export function notFound(method: string, path: string, methods: readonly string[]): Reply {
  const hint = methods.length > 0 ? `; this path answers ${methods.join(', ')}` : '';
  return envelope(404, 'NotFound', `The sandbox knows no operation ${method} ${path}${hint}`);
}

/** The body is beyond the limit. */
export function tooLarge(limit: number): Reply {
  return envelope(413, 'BatchTooLarge', `Request body exceeds ${limit} bytes`);
}

/** The body cannot be read, or has a value of a wrong JSON type. */
export function badJsonBody(path: string, params: unknown = null): Reply {
  return envelope(400, 'BadJsonBody', `[${path}] Invalid JSON body`, params);
}

/** A parameter of the query string is missing or has no meaning. */
export function badParams(msg: string): Reply {
  return envelope(400, 'BadParams', msg);
}
