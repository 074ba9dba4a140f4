import { typeName } from './check-options.js';

/** Why this can be no secret or name, or nothing. Never tells the text. */
export function textProblem(value: unknown): string | undefined {
  if (typeof value !== 'string') return `must be a string; received ${typeName(value)}`;
  if (value === '') return 'must not be empty';
  return value.trim() === '' ? 'must not be blank' : undefined;
}

/**
 * An API key is made of visible ASCII characters. Anything else is a slip in copying (a line break,
 * a no-break space), and some of it would end the header and begin another one.
 */
const NOT_IN_AN_API_KEY = /[^\x21-\x7e]/u;

/** Why this text can be no API key, or nothing. Tells where the wrong character stands, not the key. */
export function apiKeyProblem(value: unknown): string | undefined {
  const problem = textProblem(value);
  if (problem !== undefined) return problem;
  const key = value as string;
  const index = key.search(NOT_IN_AN_API_KEY);
  if (index === -1) return undefined;
  const codePoint = (key.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return (
    `has U+${codePoint} at position ${index + 1}, which no API key has; ` +
    'look for a line break or a space that was copied along'
  );
}
