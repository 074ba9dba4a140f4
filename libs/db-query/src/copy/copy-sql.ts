import pg from 'pg';
import type { Field } from '../database/round-trip.js';
import { DatabaseError } from '../errors/database-error.js';
import { cellExpression } from './cell-expression.js';
import type { CopyFormat } from './copy-options.js';

/** What is copied. */
export interface CopySource {
  readonly name: string;
  /** Without parameters. */
  readonly sql: string;
  readonly fields: readonly Field[];
  /** OIDs of array types that users made. */
  readonly arrays: ReadonlySet<number>;
}

/**
 * The statement that has the server write the CSV, without its header.
 *
 * @throws {@link DatabaseError} `NOT_SUPPORTED` naming the columns whose text only JavaScript can tell
 */
export function copySql({ name, sql, fields, arrays }: CopySource, format: CopyFormat): string {
  const columns = fields.map((field, index) => ({
    name: field.name,
    alias: `c${index + 1}`,
    expression: arrays.has(field.dataTypeID)
      ? undefined
      : cellExpression(field.dataTypeID, `c${index + 1}`, format),
  }));
  const others = columns.filter(({ expression }) => expression === undefined);
  if (others.length > 0 || columns.length === 0) {
    const which = others.map((column) => `"${column.name}"`).join(', ');
    const why = which === '' ? 'it has no columns' : `${which}: JSON or an array`;
    throw new DatabaseError({
      code: 'NOT_SUPPORTED',
      message: `Query "${name}" can't be copied: ${why}. Stream its rows, or cast such a column to text.`,
    });
  }
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
