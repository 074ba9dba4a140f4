import { isRecord } from '../reply/is-record.js';
import type { Subject } from '../types/subject.js';

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
