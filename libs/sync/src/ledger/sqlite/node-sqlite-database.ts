import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** More than the ledger has different statements. */
const KEPT = 50;

/**
 * A database of `node:sqlite` as Kysely's SQLite dialect wants it.
 *
 * Statements are kept and used again: each holds on to its parameters, a thousand rows, until the garbage
 * collector gets to it, which knows nothing of their size.
 */
export function nodeSqliteDatabase(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = kept.get(sql) ?? statementOf(database, sql);
      if (kept.size >= KEPT) kept.clear();
      kept.set(sql, statement);
      return statement;
    },
  };
}

function statementOf(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  const names = statement.columns().map(({ name }) => name);
  statement.setReturnArrays(true);
  return {
    reader: names.length > 0,
    all: (parameters) => readAll(statement, names, parameters as SQLInputValue[]),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    // Goes on while others use the statement that is kept.
    iterate: (parameters) => database.prepare(sql).iterate(...(parameters as SQLInputValue[])),
  };
}

/** Objects made here are half as dear as those of `node:sqlite`, which V8 keeps as dictionaries. */
function readAll(
  statement: StatementSync,
  names: readonly string[],
  parameters: readonly SQLInputValue[],
): unknown[] {
  const rows = statement.all(...parameters) as unknown as readonly SQLOutputValue[][];
  return rows.map((values) => {
    const row: Record<string, SQLOutputValue | undefined> = {};
    names.forEach((name, index) => (row[name] = values[index]));
    return row;
  });
}
