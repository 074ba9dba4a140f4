import type { SqlSync } from './new-sync.js';
import { quoteName } from './table-name.js';

/** The SQL file of a new sync. */
export function sqlText({ name, table, columns, known, leftOut }: SqlSync): string {
  const missing = table === undefined ? 'Write the query that finds them.' : 'Add those to send.';
  return [
    `-- The rows of the sync ${name}. Each needs a key of its own; see the configuration file for`,
    `-- what becomes of the columns.${known ? '' : ` ${missing}`}`,
    'select',
    columns.map((column) => `  ${quoteName(column)}`).join(',\n'),
    `from ${table ?? 'my_table'}`,
    ...leftOut.map((column) => `-- left out: ${column}`),
    '',
  ].join('\n');
}
