import { CliError } from '../errors/cli-error.js';
import { EXIT } from '../exit-code.js';
import type { InitOptions } from '../program/init.js';
import { chooseMapping, type WantedColumns } from './choose-mapping.js';
import type { Identifier, NewEvent, NewSync } from './new-sync.js';
import type { TableShape } from './read-table.js';
import { nameOfTable, syncNameProblem } from './sync-name.js';
import { tableName, type TableName } from './table-name.js';

/** The sync that flags ask for; without any, the one that comes with the program. */
export function syncOfFlags(options: InitOptions, shape?: TableShape): NewSync {
  const table = tableOfFlags(options);
  const wanted = wantedColumns(options);
  const { key, identifier, event } = wanted;
  if (!table && key === undefined && !identifier && !event) {
    return { kind: 'builtIn', name: options.name ?? 'recent_engagement' };
  }
  const name = options.name ?? (table ? nameOfTable(table.name) : 'my_sync');
  return sqlSync(name, table, wanted, shape);
}

/** Whether flags say anything of a sync. */
export function saysSync({ builtIn, name, ...options }: InitOptions): boolean {
  const { key, identifier, event } = wantedColumns(options);
  return [builtIn, name, options.table, key, identifier, event].some((said) => said !== undefined);
}

/** A sync of SQL: with all columns of the table where it is known, else with those that are named. */
export function sqlSync(
  name: string,
  table: TableName | undefined,
  wanted: WantedColumns,
  shape: TableShape | undefined,
): NewSync {
  const mapping = chooseMapping(name, wanted, shape);
  const { key, identifier, event } = mapping;
  const named = [key, identifier.column, event?.createdAt].filter((column) => column !== undefined);
  return {
    kind: 'sql',
    name,
    table: table?.sql,
    columns: shape?.columns.map((column) => column.name) ?? [...new Set(named)],
    known: shape !== undefined,
    leftOut: shape?.leftOut ?? [],
    mapping,
  };
}

/** The table that flags name. */
export function tableOfFlags({ table }: InitOptions): TableName | undefined {
  if (table === undefined) return undefined;
  const found = tableName(table);
  if (found) return found;
  throw usage(`--table takes TABLE or SCHEMA.TABLE; found ${JSON.stringify(table)}`);
}

/** What flags say of the columns. */
export function wantedColumns(options: InitOptions): WantedColumns {
  const { key, email, userId, event, createdAt } = options;
  return { key, identifier: identifierOf(email, userId), event: eventOf(event, createdAt) };
}

function identifierOf(email?: string, userId?: string): Identifier | undefined {
  if (email !== undefined) return { property: 'email', column: email };
  return userId === undefined ? undefined : { property: 'userId', column: userId };
}

function eventOf(name?: string, createdAt?: string): NewEvent | undefined {
  return name === undefined ? undefined : { name, createdAt };
}

/**
 * Refuses flags that say too little, before anything is asked or read.
 *
 * @throws CliError
 */
export function checkFlags(options: InitOptions): void {
  const { name, event, createdAt } = options;
  const problem = name === undefined ? undefined : syncNameProblem(name);
  if (problem !== undefined) throw usage(`--name: ${problem}`);
  if (createdAt !== undefined && event === undefined) {
    throw usage('--created-at is the time of an event: name that with --event');
  }
  for (const flag of ['key', 'email', 'userId', 'event', 'createdAt'] as const) {
    if (options[flag]?.trim() === '')
      throw usage(`--${flag.replace(/[A-Z]/g, '-$&').toLowerCase()} is blank`);
  }
  tableOfFlags(options);
}

function usage(message: string): CliError {
  return new CliError('USAGE', EXIT.usage, message);
}
