import type { InitOptions } from '../program/init.js';
import type { Asker } from './asker.js';
import { usualIdentifier } from './choose-mapping.js';
import type { Identifier, NewEvent, NewSync } from './new-sync.js';
import type { TableShape } from './read-table.js';
import { sqlSync, tableOfFlags, wantedColumns } from './sync-of-flags.js';
import { nameOfTable, syncNameProblem } from './sync-name.js';
import type { TableReader } from './table-reader.js';
import { tableName, type TableName } from './table-name.js';

/** Asks what is sent, but for what flags said. */
export async function askSync(
  asker: Asker,
  options: InitOptions,
  read: TableReader,
): Promise<NewSync> {
  const kind = kindOfFlags(options) ?? (await askKind(asker));
  if (kind === 'builtIn') {
    return { kind, name: await askName(asker, options, 'recent_engagement') };
  }
  const { table, shape } = kind === 'table' ? await chooseTable(asker, options, read) : {};
  const given = wantedColumns(options);
  const key =
    given.key ??
    (await askColumn(asker, 'Which column tells the rows apart?', {
      shape,
      initial: shape?.primaryKey ?? 'id',
    }));
  const identifier = given.identifier ?? (await askIdentifier(asker, shape));
  const usual = table ? nameOfTable(table.name) : 'my_sync';
  const name = await askName(asker, options, usual);
  const event = given.event ?? (await askEvent(asker, name, shape));
  return sqlSync(name, table, { key, identifier, event }, shape);
}

type Kind = 'builtIn' | 'table' | 'query';

function kindOfFlags(options: InitOptions): Kind | undefined {
  if (options.builtIn) return 'builtIn';
  if (options.table !== undefined) return 'table';
  const { key, identifier, event } = wantedColumns(options);
  return key !== undefined || identifier || event ? 'query' : undefined;
}

function askKind(asker: Asker): Promise<Kind> {
  return asker.choice<Kind>('What goes to Iterable?', [
    { value: 'table', label: 'The rows of a table' },
    { value: 'query', label: 'The rows of a query', hint: 'of which you write the SQL' },
    {
      value: 'builtIn',
      label: 'The built-in query',
      hint: 'pro users with recent engagement, of the tables users and page_events',
    },
  ]);
}

interface ChosenTable {
  readonly table: TableName;
  readonly shape: TableShape | undefined;
}

/** A table that there is, as far as the database is in reach. */
async function chooseTable(
  asker: Asker,
  options: InitOptions,
  read: TableReader,
): Promise<ChosenTable> {
  const given = tableOfFlags(options);
  if (given) return { table: given, shape: await read(given) };
  for (;;) {
    const table = await askTable(asker);
    try {
      return { table, shape: await read(table) };
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'UNDEFINED_TABLE') throw error;
      asker.warn(`There is no table ${table.sql}, or it is in a schema that is to be named.`);
    }
  }
}

async function askTable(asker: Asker): Promise<TableName> {
  const name = await asker.text('Which table? (TABLE or SCHEMA.TABLE)', {
    validate: (answer) => (tableName(answer) ? undefined : 'It is TABLE or SCHEMA.TABLE.'),
  });
  return tableName(name) ?? { name, sql: name };
}

function askName(asker: Asker, { name }: InitOptions, usual: string): Promise<string> | string {
  return (
    name ?? asker.text('What is the sync called?', { initial: usual, validate: syncNameProblem })
  );
}

interface ColumnQuestion {
  readonly shape: TableShape | undefined;
  readonly initial: string;
}

function askColumn(
  asker: Asker,
  message: string,
  { shape, initial }: ColumnQuestion,
): Promise<string> {
  if (!shape) return asker.text(message, { initial });
  const choices = shape.columns.map(({ name, type }) => ({ value: name, label: name, hint: type }));
  return asker.choice(message, choices, initial);
}

async function askIdentifier(asker: Asker, shape: TableShape | undefined): Promise<Identifier> {
  const usual = usualIdentifier(shape);
  const property = await asker.choice<Identifier['property']>(
    'How does a row say which user it is about?',
    [
      { value: 'email', label: 'By an email address' },
      { value: 'userId', label: 'By a user id' },
    ],
    usual.property,
  );
  const likely = usual.property === property ? usual.column : 'user_id';
  return {
    property,
    column: await askColumn(asker, 'In which column?', { shape, initial: likely }),
  };
}

/** Stands for no column. */
const NONE = '';

async function askEvent(
  asker: Asker,
  sync: string,
  shape: TableShape | undefined,
): Promise<NewEvent | undefined> {
  if (!(await asker.yes('Track an event for each row, too?', false))) return undefined;
  const name = await asker.text('What is the event called?', { initial: sync });
  const times = shape?.columns.filter(({ type }) => type.startsWith('timestamp')) ?? [];
  if (shape && times.length === 0) return { name };
  const question = 'Which column says when it happened?';
  const createdAt = shape
    ? await asker.choice(question, [
        { value: NONE, label: 'None', hint: 'the time when Iterable gets it' },
        ...times.map((time) => ({ value: time.name, label: time.name, hint: time.type })),
      ])
    : await asker.text(`${question} (Enter: none)`);
  return { name, ...(createdAt !== NONE && { createdAt }) };
}
