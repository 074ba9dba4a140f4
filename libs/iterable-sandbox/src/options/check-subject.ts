import type { Subject } from '../subject.js';
import { checkKeys, kindOf } from './check-keys.js';

/** @throws TypeError where `value` is not `{ email }` or `{ userId }`. */
export function checkSubject(what: string, value: Subject): void {
  checkKeys(what, value, ['email', 'userId']);
  const given = Object.entries(value).filter(([, identifier]) => identifier !== undefined);
  const [only] = given;
  if (given.length !== 1 || only === undefined) {
    throw new TypeError(
      `${what} must have either email or userId; received ${given.length} of them.`,
    );
  }
  if (typeof only[1] !== 'string' || only[1] === '') {
    throw new TypeError(
      `${what}.${only[0]} must be a non-empty string; received ${kindOf(only[1])}.`,
    );
  }
}
