import { AuthError } from './auth-error.js';
import { typeName } from './check-options.js';
import type { Subject } from './subject.js';

/** The one identifier of a subject. */
export interface Identifier {
  readonly kind: 'email' | 'userId';
  readonly value: string;
  /** Differs for different identifiers, and keeps an email apart from the same text as a user id. */
  readonly key: string;
}

/**
 * Subjects come with the data, row by row, so trouble with one is coded. No message holds the
 * identifier.
 *
 * @throws AuthError `SUBJECT_REQUIRED` or `SUBJECT_INVALID`.
 */
export function readSubject(subject: Subject | undefined): Identifier {
  if (subject === undefined || subject === null) {
    throw new AuthError(
      'SUBJECT_REQUIRED',
      'JWT authentication needs the user whom the request is about, as { email } or { userId }. ' +
        'Requests about several users at once, or about none, need an API key.',
    );
  }
  if (typeof subject !== 'object') {
    throw invalid(`must be { email } or { userId }; received ${typeName(subject)}`);
  }
  const { email, userId } = subject as { email?: unknown; userId?: unknown };
  if (email !== undefined && userId !== undefined) {
    throw invalid('must have email or userId; received both, and Iterable takes one of them');
  }
  if (email !== undefined) return identifier('email', email);
  if (userId !== undefined) return identifier('userId', userId);
  throw invalid('must have email or userId; received neither');
}

function identifier(kind: Identifier['kind'], value: unknown): Identifier {
  if (typeof value !== 'string') {
    throw invalid(`has ${kind} of type ${typeName(value)}; it must be a string`);
  }
  if (value.trim() === '') {
    throw invalid(`has ${value === '' ? 'an empty' : 'a blank'} ${kind}`);
  }
  return { kind, value, key: `${kind}:${value}` };
}

function invalid(what: string): AuthError {
  return new AuthError('SUBJECT_INVALID', `The subject of a JWT ${what}.`);
}

/** The subject with nothing but its identifier. */
export function toSubject({ kind, value }: Identifier): Subject {
  return kind === 'email' ? { email: value } : { userId: value };
}
