import { checkOptionNames, typeName } from './check-options.js';

/** A column, complete. */
export interface ResolvedColumn {
  readonly key: string;
  readonly header: string;
  readonly format: ((value: unknown, row: unknown) => unknown) | undefined;
}

/**
 * @throws TypeError where there are no columns, one is of the wrong kind, or two have the same key or the
 * same header: a reader that goes by names would lose one of them.
 */
export function resolveColumns(caller: string, columns: unknown): readonly ResolvedColumn[] {
  if (!Array.isArray(columns) || columns.length === 0) {
    const received = Array.isArray(columns) ? 'an empty one' : typeName(columns);
    throw new TypeError(
      `${caller}: columns must be a list with at least one column; received ${received}.`,
    );
  }
  const resolved = columns.map((column: unknown, index) => resolve(caller, column, index));
  for (const name of ['key', 'header'] as const) {
    const seen = new Set<string>();
    for (const column of resolved) {
      if (seen.has(column[name])) {
        throw new TypeError(`${caller}: two columns have the ${name} '${column[name]}'.`);
      }
      seen.add(column[name]);
    }
  }
  return Object.freeze(resolved);
}

function resolve(caller: string, column: unknown, index: number): ResolvedColumn {
  if (typeof column === 'string') return { key: column, header: column, format: undefined };
  const where = `${caller}: columns[${index}]`;
  if (typeof column !== 'object' || column === null || Array.isArray(column)) {
    throw new TypeError(`${where} must be a string or { key }; received ${typeName(column)}.`);
  }
  checkOptionNames(where, column, ['key', 'header', 'format']);
  const { key, header = key, format } = column as Record<string, unknown>;
  if (typeof key !== 'string' || typeof header !== 'string') {
    throw new TypeError(
      `${where} must have a string as its key, and as its header where it has one.`,
    );
  }
  if (format !== undefined && typeof format !== 'function') {
    throw new TypeError(`${where}.format must be a function; received ${typeName(format)}.`);
  }
  return { key, header, format: format as ResolvedColumn['format'] };
}
