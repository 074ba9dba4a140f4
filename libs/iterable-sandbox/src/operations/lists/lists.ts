import { envelope, success, type Reply } from '../../http/reply.js';
import type { StoredList } from '../../state/list-store.js';
import type { StoredUser } from '../../state/stored-user.js';
import { text } from '../generic.js';
import type { Call, Handler } from '../handler.js';

/** `GET /api/lists`: all of them, there are no pages. */
export const listsGet: Handler = ({ project }) => ({
  status: 200,
  body: {
    lists: Array.from(project.lists.values(), ({ id, name, description, createdAt }) => ({
      id,
      name,
      ...(description !== undefined && { description }),
      createdAt,
      listType: 'Standard',
    })),
  },
});

/** `POST /api/lists`: names need not be unique. */
export const listsCreate: Handler<{
  readonly name: string;
  readonly description?: string | null;
}> = ({ body, project, at }) => {
  if (body.name === '') return envelope(400, 'BadParams', 'name is required');
  const { id } = project.lists.add({
    name: body.name,
    description: body.description ?? undefined,
    createdAt: at,
  });
  return { status: 200, body: { listId: id } };
};

/** `DELETE /api/lists/{listId}`. */
export const listsDelete: Handler = (call) =>
  withList(call, Number(call.params['listId']), ({ id }) => {
    call.project.lists.delete(id);
    return success();
  });

/** `GET /api/lists/{listId}/size`: a number and nothing else. */
export const listsSize: Handler = (call) =>
  withList(call, Number(call.params['listId']), ({ members }) =>
    text('text/plain', String(members.size)),
  );

/** `GET /api/lists/getUsers` and `…/previewUsers`: an identifier a line. */
export const listsGetUsers: Handler = (call) => {
  const { query, project } = call;
  return withList(call, Number(query['listId']), ({ members }) => {
    const preferUserId = query['preferUserId'] === true || project.projectType === 'userId';
    const all = Array.from(members, (user) => identifier(user, preferUserId));
    const size = query['size'];
    const shown = typeof size === 'number' ? all.slice(0, Math.max(0, size)) : all;
    return text('text/plain', shown.map((line) => `${line}\n`).join(''));
  });
};

function identifier({ email, userId }: StoredUser, preferUserId: boolean): string {
  return (preferUserId ? (userId ?? email) : (email ?? userId)) ?? '';
}

/** Does something with a list, or refuses as Iterable does where there is none. */
export function withList({ project }: Call, id: number, work: (list: StoredList) => Reply): Reply {
  const list = project.lists.get(id);
  return list ? work(list) : envelope(400, 'BadParams', 'error.lists.invalidListId');
}
