import type { JwtClaims } from '@org/auth';
import { identifiersIn } from '../http/identifiers-in.js';
import { isJsonObject } from '../json.js';
import type { Reply } from '../http/reply.js';
import { sameEmail } from '../state/identity.js';
import type { Project } from '../state/project.js';
import { emailNotFound, identifiersMismatched, tokenInvalidated } from './auth-replies.js';

/** The user of the token must be the user of the request; or the reply that refuses it. */
export function checkTokenUser(
  claims: JwtClaims,
  { body, query }: { readonly body: unknown; readonly query: Readonly<Record<string, unknown>> },
  project: Project,
): Reply | undefined {
  const subject = 'email' in claims ? { email: claims.email } : { userId: claims.userId };
  const invalidBefore = project.tokensInvalidBefore.get(subject);
  if (invalidBefore !== undefined && claims.iat * 1000 < invalidBefore) return tokenInvalidated();

  const record = isJsonObject(body) ? body : query;
  const { email, userId } = identifiersIn(record);
  const same =
    'email' in subject
      ? email !== undefined && sameEmail(email, subject.email)
      : userId === subject.userId;
  if (!same) return identifiersMismatched();

  // The other identifier, where it is sent too, must not lead to somebody else.
  const own = project.users.find(subject);
  const other = 'email' in subject ? project.users.byUserId(userId) : project.users.byEmail(email);
  if (other && other !== own) return identifiersMismatched();

  const unknown = project.projectType === 'email' && 'userId' in subject && !own;
  return unknown && email === undefined && record['preferUserId'] !== true
    ? emailNotFound()
    : undefined;
}
