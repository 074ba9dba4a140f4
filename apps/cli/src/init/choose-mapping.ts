import { mapColumns, type ColumnMapping } from '@org/sync';
import { CliError } from '../errors/cli-error.js';
import { EXIT } from '../exit-code.js';
import type { Identifier, NewEvent, NewMapping } from './new-sync.js';
import type { TableShape } from './read-table.js';

/** What was said of the columns. */
export interface WantedColumns {
  readonly key?: string | undefined;
  readonly identifier?: Identifier | undefined;
  readonly event?: NewEvent | undefined;
}

/** Columns that usually say which user a row is about, the likeliest first. */
const IDENTIFIERS: readonly Identifier[] = [
  { property: 'email', column: 'email' },
  { property: 'email', column: 'email_address' },
  { property: 'userId', column: 'user_id' },
  { property: 'userId', column: 'customer_id' },
];

/** The identifier that a table suggests. */
export function usualIdentifier(shape?: TableShape): Identifier {
  const has = (name: string): boolean =>
    shape?.columns.some((column) => column.name === name) ?? true;
  return IDENTIFIERS.find(({ column }) => has(column)) ?? { property: 'email', column: 'email' };
}

/**
 * What the columns are for: what was said, else what the table suggests, else what is usual.
 *
 * @throws CliError with everything that does not fit the table, where that is known
 */
export function chooseMapping(name: string, wanted: WantedColumns, shape?: TableShape): NewMapping {
  const mapping = {
    key: wanted.key ?? shape?.primaryKey ?? 'id',
    identifier: wanted.identifier ?? usualIdentifier(shape),
    event: wanted.event,
  };
  if (shape) check(name, mapping, shape);
  return mapping;
}

function check(name: string, mapping: NewMapping, { columns }: TableShape): void {
  try {
    mapColumns({ name, ...mappingProperties(mapping) } as ColumnMapping, columns);
  } catch (error) {
    const { problems } = error as { problems?: readonly string[] };
    if (!Array.isArray(problems)) throw error;
    const lines = [
      'The columns do not fit the table. Nothing was written.',
      ...(problems as readonly string[]).map((problem) => `  - ${problem}`),
      `It has ${columns.map((column) => `${column.name} (${column.type})`).join(', ')}.`,
      'Say which are meant with --key, --email or --user-id, and --created-at.',
    ];
    throw new CliError('MAPPING', EXIT.usage, lines.join('\n'), { cause: error });
  }
}

/** A mapping as a configuration file has it. */
export function mappingProperties({ key, identifier, event }: NewMapping) {
  return {
    key,
    [identifier.property]: identifier.column,
    ...(event && {
      event: {
        name: event.name,
        ...(event.createdAt !== undefined && { createdAt: event.createdAt }),
      },
    }),
  };
}
