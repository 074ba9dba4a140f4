import pg from 'pg';
import { scanSql } from '../sql/scan-sql.js';
import { applyEdits, type SqlEdit } from '../sql/sql-origin.js';
import type { EncodedParameter } from '../types/encode-parameter.js';

/**
 * Puts values in the places of `$1`, `$2` …, since `COPY` takes no parameters. Each becomes a literal
 * escaped as libpq does it, which holds whatever `standard_conforming_strings` is, and is cast to the
 * type that the server inferred for the parameter: so it can be nothing but a value, of the same type.
 * The server is asked to parse the SQL without them first.
 *
 * @param types the names of the types, in the order of the values
 */
export function inlineParameters(
  sql: string,
  values: readonly EncodedParameter[],
  types: readonly string[],
): string {
  const edits: SqlEdit[] = [];
  for (const token of scanSql(sql)) {
    if (token.kind !== 'positional') continue;
    const index = Number(token.name) - 1;
    const replacement = `(${literal(values[index], index)}::${types[index]})`;
    edits.push({ start: token.start, end: token.end, replacement });
  }
  return applyEdits({ text: sql, edits });
}

function literal(value: EncodedParameter | undefined, index: number): string {
  if (value === undefined) throw new TypeError(`copy: parameter $${index + 1} has no value`);
  if (value === null) return 'null';
  const text = typeof value === 'string' ? value : `\\x${value.toString('hex')}`;
  return pg.escapeLiteral(text).trim();
}
