import { DatabaseError } from '../errors/database-error.js';
import { nearestName } from '../options/nearest-name.js';
import { scanSql, type SqlToken } from './scan-sql.js';
import { sqlError } from './sql-error.js';
import type { SqlEdit, SqlOrigin } from './sql-origin.js';

/** A statement whose named parameters became numbered ones. */
export interface NumberedSql extends SqlOrigin {
  /** The names in the order of their numbers. */
  readonly names: readonly string[];
}

/**
 * Numbers the named parameters of one statement, and takes the semicolon behind it away.
 *
 * @throws {@link DatabaseError} `SYNTAX` or `PARAMETERS`, with the place in the text
 */
export function numberParameters(query: string, text: string): NumberedSql {
  const names: string[] = [];
  const edits: SqlEdit[] = [];
  let statementEnd: number | undefined;
  let isEmpty = true;
  const refuse = (code: 'SYNTAX' | 'PARAMETERS', problem: string, index: number) =>
    sqlError(code, query, problem, { text, index });
  for (const token of scanSql(text)) {
    const { start } = token;
    if (token.kind === 'unterminated') throw refuse('SYNTAX', `${token.what} has no end.`, start);
    if (token.kind === 'semicolon') {
      statementEnd ??= start;
      edits.push(edit(token, ' '));
      continue;
    }
    if (statementEnd !== undefined) {
      throw refuse('SYNTAX', 'another statement begins. Give a single one.', start);
    }
    isEmpty = false;
    if (token.kind === 'positional') {
      const problem = `$${token.name} is a numbered parameter. Give it a name, such as :since.`;
      throw refuse('PARAMETERS', problem, start);
    }
    if (token.kind !== 'named' || token.name === undefined) continue;
    if (!names.includes(token.name)) names.push(token.name);
    edits.push(edit(token, `$${names.indexOf(token.name) + 1}`));
  }
  if (isEmpty) {
    throw new DatabaseError({ code: 'SYNTAX', message: `Query "${query}" has no statement.` });
  }
  return { text, edits, names };
}

/**
 * Makes sure that each parameter has a value and each value a parameter.
 *
 * @throws {@link DatabaseError} `PARAMETERS`
 */
export function matchParameters(
  query: string,
  { text, names, edits }: NumberedSql,
  given: readonly string[],
): void {
  const missing = names.find((name) => !given.includes(name));
  const unused = given.filter((name) => !names.includes(name));
  if (missing !== undefined) {
    const near = nearestName(missing, unused);
    const help = near === undefined ? 'Give it one.' : `Did you mean ":${near}"?`;
    const index = edits.find(({ replacement }) => replacement === `$${names.indexOf(missing) + 1}`);
    const problem = `the parameter ":${missing}" has no value. ${help}`;
    throw sqlError('PARAMETERS', query, problem, { text, index: index?.start ?? 0 });
  }
  const [extra] = unused;
  if (extra === undefined) return;
  const near = nearestName(extra, names);
  const known = names.map((name) => `:${name}`).join(', ');
  const help =
    near !== undefined
      ? `Did you mean ":${near}"?`
      : names.length > 0
        ? `It has ${known}.`
        : 'It has no parameters.';
  throw new DatabaseError({
    code: 'PARAMETERS',
    message: `Query "${query}" has no parameter ":${extra}". ${help}`,
  });
}

function edit({ start, end }: SqlToken, replacement: string): SqlEdit {
  return { start, end, replacement };
}
