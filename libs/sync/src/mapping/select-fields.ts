import type { PlannedField } from './build-fields.js';
import { camelCase } from './camel-case.js';
import { columnType } from './column-kind.js';
import type { ColumnMapping, FieldSelection, MappedColumn } from './column-mapping.js';
import { type ColumnFinder, quoted } from './column-finder.js';
import { targetProblems } from './target-problems.js';

/** A part of the mapping that has fields. */
export interface Part {
  readonly at: 'profile' | 'event';
  readonly selection: FieldSelection;
}

/** The fields of each part, and the columns that are left over. */
export interface Selected {
  readonly fields: readonly (readonly PlannedField[])[];
  readonly leftOver: readonly MappedColumn[];
}

interface Target {
  readonly name: string;
  readonly column: MappedColumn;
}

/** Gives the columns to the parts: first those that are named, then the rest. */
export function selectFields(
  parts: readonly Part[],
  { ignore = [], text = [], numeric, case: naming = 'keep' }: ColumnMapping,
  finder: ColumnFinder,
): Selected {
  const nameOf = (column: MappedColumn): string =>
    naming === 'camel' ? camelCase(column.name) : column.name;
  const own = ({ at, selection: { fields = {}, only = [] } }: Part): Target[] => [
    ...Object.entries(fields).flatMap(([name, from]): Target[] => {
      const column = finder.find(from, `${at}.fields.${name}`);
      return column ? [{ name, column }] : [];
    }),
    ...finder.list(only, `${at}.only`).map((column) => ({ name: nameOf(column), column })),
  ];
  const named = parts.map(own);
  const taken = new Set(named.flat().map(({ column }) => column));
  const ignored = new Set(finder.list(ignore, 'ignore'));
  for (const { name } of ignored) checkIgnored(name, named, finder);
  const rest = finder.all.filter(
    (column) => !taken.has(column) && !ignored.has(column) && !finder.used.has(column.name),
  );
  const isText = (column: MappedColumn): boolean =>
    text.includes(column.name) ||
    (numeric === 'text' && columnType(column.type).kind === 'numeric');
  const sent = new Set<MappedColumn>();
  const fields = parts.map(({ at, selection: { only, except = [] } }, place) => {
    const without = new Set(finder.list(except, `${at}.except`));
    const others = only ? [] : rest.filter((column) => !without.has(column));
    const targets = [
      ...(named[place] ?? []),
      ...others.map((column) => ({ name: nameOf(column), column })),
    ];
    for (const { column } of targets) sent.add(column);
    finder.problems.push(...targetProblems(at, targets));
    return targets.map(({ name, column }): PlannedField => {
      const path = name.split('.');
      if (at === 'profile' && (name === 'email' || name === 'userId')) {
        // It gives the user a new identifier, and Iterable takes those as text only.
        finder.checkRole(column, name, `profile: the field ${name}`);
        return { path, column, as: 'identifier' };
      }
      return { path, column, as: isText(column) ? 'text' : 'value' };
    });
  });
  return { fields, leftOver: rest.filter((column) => !sent.has(column)) };
}

function checkIgnored(
  name: string,
  named: readonly (readonly Target[])[],
  { used, problems }: ColumnFinder,
): void {
  const role = used.get(name);
  if (role !== undefined) problems.push(`ignore has ${quoted(name)}, which is used as ${role}`);
  if (named.flat().some(({ column }) => column.name === name)) {
    problems.push(`ignore has ${quoted(name)}, which is sent as a field`);
  }
}
