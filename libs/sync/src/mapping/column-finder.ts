import { columnType } from './column-kind.js';
import type { MappedColumn } from './column-mapping.js';
import { COLUMN_ROLES, type RoleName } from './column-roles.js';
import { suggestion } from './nearest-name.js';

/** Finds columns by name, and collects what is wrong. */
export class ColumnFinder {
  readonly problems: string[] = [];
  /** Columns with a role: they are no fields unless they are named as such. */
  readonly used: Map<string, RoleName> = new Map();
  readonly #columns: Map<string, MappedColumn> = new Map();

  constructor(columns: readonly MappedColumn[]) {
    for (const column of columns) {
      if (this.#columns.has(column.name)) {
        this.problems.push(
          `the query has two columns ${quoted(column.name)}: rename one with "as"`,
        );
      }
      this.#columns.set(column.name, column);
    }
  }

  /** All of them, in the query's order. */
  get all(): readonly MappedColumn[] {
    return [...this.#columns.values()];
  }

  /** @param at the place in the mapping that names the column */
  find(name: string, at: string): MappedColumn | undefined {
    const column = this.#columns.get(name);
    if (column) return column;
    const known = [...this.#columns.keys()];
    const hint = suggestion(name, known) || `; it has ${known.join(', ')}`;
    this.problems.push(`${at}: the query has no column ${quoted(name)}${hint}`);
    return undefined;
  }

  /** A column for a role; its type must be one that the role takes. */
  role(name: string, role: RoleName): MappedColumn | undefined {
    const column = this.find(name, role);
    if (!column) return undefined;
    this.used.set(name, role);
    this.checkRole(column, role, role);
    return column;
  }

  /** Whether the type of a column is one that the role takes. */
  checkRole(column: MappedColumn, role: RoleName, at: string): void {
    const { kinds, wanted } = COLUMN_ROLES[role];
    const { kind, list } = columnType(column.type);
    if (list || !kinds.includes(kind)) {
      this.problems.push(
        `${at} must be ${wanted}: the column ${quoted(column.name)} is ${column.type}`,
      );
    }
  }

  /** Those of the names that are columns. */
  list(names: readonly string[], at: string): MappedColumn[] {
    return names.map((name) => this.find(name, at)).filter((column) => column !== undefined);
  }
}

/** A name as messages show it. */
export function quoted(name: string): string {
  return JSON.stringify(name);
}
