import type { DataFields } from '@org/iterable-client';
import { cell, type Row } from './cell.js';
import type { MappedColumn } from './column-mapping.js';
import { type Convert, converterOf } from './convert-value.js';
import { textOf } from './text-of.js';

/** A field and the column that it comes from. */
export interface PlannedField {
  /** Names from the outside in: more than one for a field inside of an object. */
  readonly path: readonly string[];
  readonly column: MappedColumn;
  /** `identifier`: as text, whatever its type. */
  readonly as: 'value' | 'text' | 'identifier';
}

type Build = (row: Row) => unknown;

/** Makes a function that builds the fields of a row; it gives `undefined` where there is none. */
export function fieldBuilder(
  fields: readonly PlannedField[],
  nulls: 'send' | 'omit',
): (row: Row) => DataFields | undefined {
  return objectBuilder(fields, 0, nulls) as (row: Row) => DataFields | undefined;
}

function objectBuilder(
  fields: readonly PlannedField[],
  depth: number,
  nulls: 'send' | 'omit',
): Build {
  const named = Map.groupBy(fields, ({ path }) => path[depth] ?? '');
  const builds = [...named].map(([name, inside]): [string, Build] => {
    const [first] = inside;
    const leaf = first !== undefined && first.path.length === depth + 1;
    return [name, leaf ? valueBuilder(first, nulls) : objectBuilder(inside, depth + 1, nulls)];
  });
  return (row) => {
    const built: Record<string, unknown> = {};
    let empty = true;
    for (const [name, build] of builds) {
      const value = build(row);
      // An object without fields would take the place of one with fields.
      if (value === undefined) continue;
      empty = false;
      if (name === '__proto__') own(built, name, value);
      else built[name] = value;
    }
    return empty ? undefined : built;
  };
}

function valueBuilder({ column, as }: PlannedField, nulls: 'send' | 'omit'): Build {
  const nothing = nulls === 'send' ? null : undefined;
  const convert: Convert = as === 'identifier' ? textOf : converterOf(column, as === 'text');
  return (row) => {
    const value = cell(row, column);
    return value === null ? nothing : convert(value);
  };
}

function own(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}
