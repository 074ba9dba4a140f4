import { createHash } from 'node:crypto';
import { success } from '../../http/reply.js';
import { checkIdentifiers } from '../../state/identify.js';
import type { Subject } from '../../subject.js';
import { failureReply } from '../failure-reply.js';
import type { ExistingUser } from '../find-user.js';
import type { Call, Handler } from '../handler.js';

/** `POST /api/users/forget`: deletes the user and refuses its identifiers from now on. */
export const usersForget: Handler<ExistingUser> = (call) =>
  withSubject(call, ({ project }, subject) => project.forget(subject));

/** `POST /api/users/unforget`: the identifier may come again. */
export const usersUnforget: Handler<ExistingUser> = (call) =>
  withSubject(call, ({ project }, subject) => project.forgotten.delete(subject));

/** `POST /api/auth/jwts/invalidate`: `issuedBefore` is in milliseconds. */
export const jwtsInvalidate: Handler<ExistingUser & { readonly issuedBefore?: number | null }> = (
  call,
) =>
  withSubject(call, ({ project, at }, subject) =>
    project.tokensInvalidBefore.set(subject, call.body.issuedBefore ?? at),
  );

/** `GET /api/users/forgotten`. */
export const usersForgotten: Handler = ({ project }) => ({
  status: 200,
  body: { hashedEmails: hashes(project.forgotten.emails()) },
});

/** `GET /api/users/forgottenUserIds`. */
export const usersForgottenUserIds: Handler = ({ project }) => ({
  status: 200,
  body: { hashedUserIds: hashes(project.forgotten.userIds()) },
});

function hashes(identifiers: ReadonlyMap<string, true>): string[] {
  return Array.from(identifiers.keys(), (each) => createHash('sha256').update(each).digest('hex'));
}

function withSubject(
  call: Call<ExistingUser>,
  work: (call: Call<ExistingUser>, subject: Subject) => void,
): ReturnType<Handler> {
  const { body, project, operation } = call;
  const email = project.projectType === 'userId' ? undefined : (body.email ?? undefined);
  const userId = body.userId ?? undefined;
  const unusable = checkIdentifiers({ email, userId }, project);
  // To forget again what is forgotten, or to end that, is what these operations are for.
  if (unusable && unusable.reason !== 'forgotten') return failureReply(unusable, operation);
  if (email !== undefined) work(call, { email });
  else if (userId !== undefined) work(call, { userId });
  else return failureReply({ reason: 'missing', by: 'email', value: '' }, operation);
  return success();
}
