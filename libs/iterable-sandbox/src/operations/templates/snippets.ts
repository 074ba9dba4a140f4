import { envelope, type Reply } from '../../http/reply.js';
import { PROJECT_ID } from '../../state/project-id.js';
import type { JsonObject } from '../../json.js';
import type { Call, Handler } from '../handler.js';

/** Who makes everything. */
const BY = 'sandbox@example.com';

/** `GET /api/snippets`. */
export const snippetsGet: Handler = ({ project }) => ({
  status: 200,
  body: { snippets: project.resources.snippets },
});

/** `POST /api/snippets`: names are unique. */
export const snippetsCreate: Handler<JsonObject> = ({ body, project, at }) => {
  const { snippets } = project.resources;
  if (snippets.some(({ name }) => name === body['name'])) {
    return envelope(400, 'BadParams', 'A snippet with this name exists');
  }
  const id = project.resources.nextId();
  const time = new Date(at).toISOString();
  const { name, content, description, variables } = body;
  snippets.push({
    id,
    name,
    content,
    description: description ?? '',
    projectId: PROJECT_ID,
    createdBy: BY,
    updatedBy: BY,
    variables: variables ?? [],
    createdAt: time,
    updatedAt: time,
  });
  return { status: 201, body: { snippetId: id } };
};

/** `GET /api/snippets/{identifier}`: by number or by name. */
export const snippetGet: Handler = (call) =>
  withSnippet(call, (snippet) => ({ status: 200, body: { snippet } }));

/** `PUT /api/snippets/{identifier}`. */
export const snippetPut: Handler<JsonObject> = (call) =>
  withSnippet(call, (snippet) => {
    const sent = Object.entries(call.body).filter(([, value]) => value !== null);
    Object.assign(snippet, Object.fromEntries(sent), {
      updatedAt: new Date(call.at).toISOString(),
    });
    return { status: 200, body: { snippetId: snippet['id'] } };
  });

/** `DELETE /api/snippets/{identifier}`. */
export const snippetDelete: Handler = (call) =>
  withSnippet(call, (snippet) => {
    const { resources } = call.project;
    resources.snippets = resources.snippets.filter((each) => each !== snippet);
    return { status: 200, body: { snippetId: snippet['id'] } };
  });

function withSnippet({ params, project }: Call, work: (snippet: JsonObject) => Reply): Reply {
  const identifier = params['identifier'] ?? '';
  const { snippets } = project.resources;
  const found = snippets.find(({ id, name }) => name === identifier || String(id) === identifier);
  return found ? work(found) : envelope(404, 'NotFound', `No snippet ${identifier}`);
}
