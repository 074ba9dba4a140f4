import { Secret } from './secret.js';

/**
 * An option that takes a secret as a text or wrapped.
 *
 * @param problemOf - Why a text cannot be used, or nothing.
 * @throws TypeError naming the option, never its value.
 */
export function toSecret(
  where: string,
  value: unknown,
  problemOf: (value: unknown) => string | undefined,
): Secret {
  const text: unknown = value instanceof Secret ? value.reveal() : value;
  const problem = problemOf(text);
  if (problem !== undefined) throw new TypeError(`${where} ${problem}.`);
  return value instanceof Secret ? value : new Secret(text as string);
}
