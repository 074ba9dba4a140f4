import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { SqliteDatabase } from 'kysely';

/** A database of `node:sqlite` as Kysely's SQLite dialect wants it. */
export function nodeSqliteDatabase(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      const names = statement.columns().map(({ name }) => name);
      return {
        reader: names.length > 0,
        all: (parameters) => readAll(statement, names, parameters as SQLInputValue[]),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}

/** Objects made here are half as dear as those of `node:sqlite`, which V8 keeps as dictionaries. */
function readAll(
  statement: StatementSync,
  names: readonly string[],
  parameters: readonly SQLInputValue[],
): unknown[] {
  statement.setReturnArrays(true);
  const rows = statement.all(...parameters) as unknown as readonly SQLOutputValue[][];
  return rows.map((values) => {
    const row: Record<string, SQLOutputValue | undefined> = {};
    names.forEach((name, index) => (row[name] = values[index]));
    return row;
  });
}
