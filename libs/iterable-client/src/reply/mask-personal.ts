import type { Subject } from '../types/subject.js';
import { type Redact, redactor } from './redactor.js';

/** The lengths are bounded so that no text makes the search slow. */
const ADDRESS = /[^\s"<>,;:()[\]@]{1,64}@[^\s"'<>,;:()[\]{}@]{1,255}/g;

/** Masks e-mail addresses, and the identifier of the user the request is about. */
export function personalMask(subject: Subject | undefined): Redact {
  const own = redactor(subject === undefined ? [] : Object.values(subject), '[user]');
  return (text) => own(text).replace(ADDRESS, '[email]');
}
