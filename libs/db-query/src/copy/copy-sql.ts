import pg from 'pg';
import type { Field } from '../database/round-trip.js';
import { DatabaseError } from '../errors/database-error.js';
import { type CellFormat, cellExpression } from './cell-expression.js';

/** What is copied. */
export interface CopySource {
  readonly name: string;
  /** Without parameters. */
  readonly sql: string;
  readonly fields: readonly Field[];
}

/**
 * The statement that has the server write the CSV, without its header.
 *
 * @throws {@link DatabaseError} `NOT_SUPPORTED` where the query has no columns
 */
export function copySql({ name, sql, fields }: CopySource, format: CellFormat): string {
  if (fields.length === 0) {
    throw new DatabaseError({
      code: 'NOT_SUPPORTED',
      message: `Query "${name}" can't be copied: it has no columns. Select at least one.`,
    });
  }
  const columns = fields.map((field, index) => {
    const alias = `c${index + 1}`;
    return { alias, expression: cellExpression(field.dataTypeID, alias, format) };
  });
  const literal = (text: string): string => pg.escapeLiteral(text).trim();
  const settings = [
    'format csv',
    `delimiter ${literal(format.delimiter)}`,
    `quote ${literal(format.quote)}`,
    `null ${literal(format.nullText)}`,
    "encoding 'UTF8'",
  ];
  // The end of the line ends a comment at the end of the query.
  return `copy (
select ${columns.map(({ expression }) => expression).join(',\n  ')}
from (
${sql}
) as q (${columns.map(({ alias }) => alias).join(', ')})
) to stdout with (${settings.join(', ')})`;
}
