import { envelope, success } from '../../http/reply.js';
import { toJson, type JsonObject } from '../../json.js';
import type { Versioned } from '../../state/resources.js';
import type { Handler } from '../handler.js';

/** `GET /api/metadata`. */
export const metadataTables: Handler = ({ project }) => ({
  status: 200,
  body: { results: Array.from(project.resources.metadata.keys(), (name) => ({ name })) },
});

/** Keys of a page of `GET /api/metadata/{table}`. */
const PAGE = 1000;

/** `GET /api/metadata/{table}`: `nextMarker` is the last key of the page before. */
export const metadataList: Handler = ({ params, query, project }) => {
  const table = params['table'] ?? '';
  const all = [...(project.resources.metadata.get(table) ?? [])].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const marker = query['nextMarker'];
  const rest = typeof marker === 'string' ? all.filter(([key]) => key > marker) : all;
  const page = rest.slice(0, PAGE);
  const last = page.at(-1)?.[0];
  return {
    status: 200,
    body: {
      results: page.map(([key, entry]) => properties(table, key, entry)),
      ...(rest.length > PAGE && { nextMarker: last }),
    },
  };
};

/** `GET /api/metadata/{table}/{key}`. */
export const metadataGet: Handler = ({ params, project }) => {
  const { table = '', key = '' } = params;
  const entry = project.resources.metadata.get(table)?.get(key);
  return entry
    ? { status: 200, body: { ...properties(table, key, entry), value: entry.value } }
    : envelope(404, 'NotFound', `No metadata ${table}/${key}`);
};

/** `PUT /api/metadata/{table}/{key}`: makes the table where there is none. */
export const metadataPut: Handler<{ readonly value: JsonObject }> = ({
  params,
  body,
  project,
  at,
}) => {
  const { table = '', key = '' } = params;
  const { metadata } = project.resources;
  const entries = metadata.get(table) ?? new Map<string, Versioned>();
  metadata.set(table, entries);
  entries.set(key, { value: body.value, lastModified: at });
  return success();
};

/** `DELETE /api/metadata/{table}`. */
export const metadataDeleteTable: Handler = ({ params, project }) => {
  project.resources.metadata.delete(params['table'] ?? '');
  return success();
};

/** `DELETE /api/metadata/{table}/{key}`. */
export const metadataDelete: Handler = ({ params, project }) => {
  project.resources.metadata.get(params['table'] ?? '')?.delete(params['key'] ?? '');
  return success();
};

function properties(table: string, key: string, { value, lastModified }: Versioned): JsonObject {
  return { table, key, lastModified, size: Buffer.byteLength(toJson(value)) };
}
