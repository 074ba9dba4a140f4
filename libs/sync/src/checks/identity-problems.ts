import type { EventPayload, UserPayload } from '../define-sync.js';
import { identifierProblem } from '../identifier.js';
import type { Problem } from './problem.js';

/**
 * What an Iterable project tells its users apart by; fixed when it is made, and no operation of the
 * API says it (support article 9216719179796).
 */
export type ProjectType = 'hybrid' | 'userId' | 'email';

/**
 * Whether the project can find the user by what is given. In an email-based project a user id alone
 * may do: only Iterable knows whether a profile has it.
 */
export function identityProblems(
  payload: UserPayload | EventPayload,
  projectType: ProjectType | undefined,
): Problem[] {
  if (projectType !== 'userId' || payload.userId !== undefined) return [];
  return [
    identity(
      'the project tells its users apart by user id, and only an email is given: give userId',
    ),
  ];
}

/**
 * `email` and `userId` among the profile fields give the user new identifiers (support article
 * 217502386), so they must be such as Iterable takes.
 */
export function newIdentityProblems(
  { email, dataFields = {} }: UserPayload,
  projectType: ProjectType | undefined,
): Problem[] {
  const problems: Problem[] = [];
  const { email: newEmail, userId: newUserId } = dataFields;
  if (newUserId !== undefined && newUserId !== null) {
    const problem = identifierProblem({ userId: newUserId as string });
    if (problem !== undefined) problems.push(identity(`in dataFields, ${problem}`));
  }
  if (newEmail !== undefined && newEmail !== null) {
    const problem = identifierProblem({ email: newEmail as string });
    if (problem !== undefined) problems.push(identity(`in dataFields, ${problem}`));
    else if (projectType === 'email' && email !== undefined && !isSame(email, newEmail as string)) {
      problems.push(
        identity(
          'dataFields.email is another email than the one that identifies the user: in an email-based project only users/updateEmail changes it',
        ),
      );
    }
  }
  return problems;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function identity(text: string): Problem {
  return { code: 'IDENTIFIER', text };
}
