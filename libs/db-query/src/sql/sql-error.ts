import { DatabaseError } from '../errors/database-error.js';
import type { DatabaseErrorCode } from '../errors/database-error-code.js';
import { showPosition } from './show-position.js';

/** The error about a place in the user's SQL, found before anything is sent. */
export function sqlError(
  code: DatabaseErrorCode,
  query: string,
  problem: string,
  { text, index }: { readonly text: string; readonly index: number },
): DatabaseError {
  const { position, line, column, excerpt } = showPosition(text, index);
  return new DatabaseError({
    code,
    message: `Query "${query}", line ${line}, column ${column}: ${problem}\n${excerpt}`,
    position,
  });
}
