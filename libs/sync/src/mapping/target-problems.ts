import { columnType } from './column-kind.js';
import { quoted } from './column-finder.js';
import type { MappedColumn } from './column-mapping.js';

/** Checks the field names of a part, and that its columns have something to send. */
export function targetProblems(
  at: string,
  targets: readonly { readonly name: string; readonly column: MappedColumn }[],
): string[] {
  const problems: string[] = [];
  const sources = new Map<string, MappedColumn>();
  for (const { name, column } of targets) {
    const other = sources.get(name);
    if (other) {
      problems.push(
        `${at}: the field ${quoted(name)} would come from the columns ${quoted(other.name)} and ${quoted(column.name)}`,
      );
    }
    sources.set(name, column);
    if (name.split('.').some((part) => part.trim() === '')) {
      problems.push(
        `${at}: ${quoted(name)}, of the column ${quoted(column.name)}, is no field name`,
      );
    }
    if (columnType(column.type).kind === 'bytes') {
      problems.push(
        `${at}: the column ${quoted(column.name)} has bytes, which Iterable can't hold: list it in ignore, or encode it in the query`,
      );
    }
  }
  for (const name of sources.keys()) {
    for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
      const above = name.slice(0, dot);
      if (!sources.has(above)) continue;
      problems.push(`${at}: ${quoted(above)} can't be a field and hold ${quoted(name)} as well`);
    }
  }
  return problems;
}
