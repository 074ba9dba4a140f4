import {
  defineSync,
  type EventPayload,
  type SyncDefinition,
  type UserPayload,
} from '../define-sync.js';
import { fieldBuilder } from './build-fields.js';
import { cell, filled, type Row } from './cell.js';
import { columnMappingSchema } from './column-mapping-schema.js';
import type { ColumnMapping, MappedColumn } from './column-mapping.js';
import { eventBuilder } from './build-event.js';
import { SyncMappingError } from './mapping-error.js';
import { planMapping } from './plan-mapping.js';
import { schemaProblems } from './schema-problems.js';
import { textOf } from './text-of.js';

/** What {@link mapColumns} takes besides mapping and columns. */
export interface MapColumnsOptions {
  /**
   * Reserved profile fields that may be sent, as `createRowChecks` takes them.
   * @default none
   */
  readonly allowReserved?: readonly string[] | undefined;
}

/**
 * Makes a sync of a mapping and the columns of its query, as `snapshot.describe()` of `@org/db-query`
 * tells them. Nothing of a row is lost: each column is used, sent or ignored by name, and a value that
 * Iterable or JSON can't hold as it is refuses its row. The column's type decides what a value
 * becomes:
 *
 * | PostgreSQL | Iterable |
 * | --- | --- |
 * | `timestamptz`, `timestamp` (taken as UTC) | a date with time, to the second; `infinity` is refused |
 * | `date` | a date: `2026-01-13` |
 * | `bigint` | a whole number, digit by digit |
 * | `numeric` | a number of the same digits, else refused; or text (`numeric`, `text`) |
 * | `float4`, `float8` | a number; `NaN` and `Infinity` are refused |
 * | `json`, `jsonb`, lists | what they hold |
 * | `bytea` | refused at the start |
 * | NULL | `null`, or nothing (`nulls`) |
 * | the rest | text |
 *
 * @param mapping data of unknown origin will do: it is checked by `columnMappingSchema`
 * @throws SyncMappingError with everything that is wrong with the mapping for these columns
 *
 * @example
 * const plans = mapColumns({ name: 'plans', key: 'id', email: 'email' }, [
 *   { name: 'id', type: 'bigint' },
 *   { name: 'email', type: 'text' },
 *   { name: 'plan_type', type: 'text' },
 * ]);
 */
export function mapColumns(
  mapping: ColumnMapping,
  columns: readonly MappedColumn[],
  { allowReserved = [] }: MapColumnsOptions = {},
): SyncDefinition<Row> {
  const problems = schemaProblems(columnMappingSchema, mapping);
  if (problems.length > 0) throw new SyncMappingError(problems.map(({ message }) => message));
  const plan = planMapping(mapping, columns, allowReserved);
  const { nulls = 'send', profile = true } = mapping;
  const known = new Set(columns.map(({ name }) => name));
  const who = (row: Row): { readonly email: string } => {
    const { name, column } = plan.identifier;
    const value = cell(row, column);
    // NULL is refused with the row, like any other identifier that can't be right.
    return { [name]: value === null ? null : textOf(value) } as { email: string };
  };
  const fieldsOf = plan.profile && fieldBuilder(plan.profile, nulls);
  const settings = typeof profile === 'object' ? profile : {};
  const { mergeNestedObjects, preferUserId } = settings;
  const eventOf = plan.event && eventBuilder(plan.event, nulls);
  return defineSync<Row>({
    name: mapping.name,
    key: (row) => {
      refuseOthers(row, known);
      return textOf(filled(row, plan.key, 'the row has no key'));
    },
    ...(fieldsOf && {
      user: (row: Row): UserPayload => {
        const dataFields = fieldsOf(row);
        return {
          ...who(row),
          ...(dataFields && { dataFields }),
          ...(mergeNestedObjects !== undefined && { mergeNestedObjects }),
          ...(preferUserId !== undefined && { preferUserId }),
        };
      },
    }),
    ...(eventOf && {
      event: (row: Row): EventPayload | null => {
        const event = eventOf(row);
        return event && { ...who(row), ...event };
      },
    }),
  });
}

/** A column that the mapping was not made for would be lost. */
function refuseOthers(row: Row, known: ReadonlySet<string>): void {
  for (const name of Object.keys(row)) {
    if (known.has(name)) continue;
    throw new TypeError(
      `the row has the column ${JSON.stringify(name)}, which the mapping was not made for`,
    );
  }
}
