import type { CallInput } from '../call/call-input.js';
import type { SubjectPlace } from '../operations/operation.js';
import { isRecord } from '../reply/is-record.js';
import type { Subject } from '../types/subject.js';

/** The user that a call is about, from where its operation names one. */
export function subjectAt(place: SubjectPlace, input: CallInput): Subject | undefined {
  const { body, query, pathParams } = input;
  const user = isRecord(body) ? body['user'] : undefined;
  const source: unknown = { body, user, query, path: pathParams }[place.in];
  if (!isRecord(source)) return undefined;
  const named = (name: string | undefined): unknown => (name ? source[name] : undefined);
  return subjectOf({ email: named(place.email), userId: named(place.userId) });
}

/** The user a body or query names at its top; the e-mail address where it names both. */
export function subjectOf(...sources: readonly unknown[]): Subject | undefined {
  for (const source of sources) {
    if (!isRecord(source)) continue;
    const { email, userId } = source;
    if (typeof email === 'string') return Object.freeze({ email });
    if (typeof userId === 'string') return Object.freeze({ userId });
  }
  return undefined;
}
