/** Longest user id that Iterable takes, in characters (support article 9216719179796). */
const MAX_USER_ID_LENGTH = 52;

const PRINTABLE_ASCII = /^[\x20-\x7e]+$/;
/** Shape only: one `@` with text on both sides and no white space. Iterable judges the rest. */
const EMAIL_SHAPE = /^[^\s@]+@[^\s@]+$/;

interface Identified {
  readonly email?: string | null | undefined;
  readonly userId?: string | null | undefined;
}

/** A copy of a payload without identifiers that are `null`: a user without an email has one of the two. */
export function withoutNullIdentifiers<Payload extends Identified>(payload: Payload): Payload {
  if (!isBlank(payload, 'email') && !isBlank(payload, 'userId')) return { ...payload };
  const { email, userId, ...rest } = payload;
  return {
    ...(email !== null && email !== undefined && { email }),
    ...(userId !== null && userId !== undefined && { userId }),
    ...rest,
  } as Payload;
}

function isBlank(payload: Identified, name: keyof Identified): boolean {
  return (payload[name] === null || payload[name] === undefined) && name in payload;
}

/** What is wrong with the identifiers of a payload; `undefined` when nothing is. */
export function identifierProblem(payload: Identified): string | undefined {
  const hasEmail = payload.email !== undefined && payload.email !== null;
  const hasUserId = payload.userId !== undefined && payload.userId !== null;
  if (hasEmail && hasUserId) return 'both email and userId are given; Iterable takes one of them';
  if (hasEmail) return emailProblem(payload.email);
  if (hasUserId) return userIdProblem(payload.userId);
  return 'neither email nor userId is given';
}

function emailProblem(email: unknown): string | undefined {
  if (typeof email !== 'string') return `email is ${typeof email}, not text`;
  if (email === '') return 'email is empty';
  return EMAIL_SHAPE.test(email) ? undefined : 'email does not have the shape name@domain';
}

function userIdProblem(userId: unknown): string | undefined {
  if (typeof userId !== 'string') return `userId is ${typeof userId}, not text`;
  if (userId === '') return 'userId is empty';
  if (userId.length > MAX_USER_ID_LENGTH) {
    return `userId has ${String(userId.length)} characters; Iterable takes ${String(MAX_USER_ID_LENGTH)} at most`;
  }
  if (!PRINTABLE_ASCII.test(userId)) return 'userId has characters outside printable ASCII';
  return userId.endsWith(' ') ? 'userId ends with a space' : undefined;
}

/** What two payloads must share to be about the same user: emails are compared without case. */
export function identityOf(payload: Identified): string {
  return typeof payload.email === 'string'
    ? `email:${payload.email.toLowerCase()}`
    : `userId:${String(payload.userId)}`;
}
