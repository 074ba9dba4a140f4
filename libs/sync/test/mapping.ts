import { mapRow, type MappedRow } from '../src/map-row.js';
import { type ColumnMapping, mapColumns, SyncMappingError } from '../src/mapping/index.js';

/** Columns of a query. */
export const COLUMNS = [
  { name: 'id', type: 'bigint' },
  { name: 'email', type: 'text' },
  { name: 'first_name', type: 'text' },
  { name: 'plan_type', type: 'plan' },
  { name: 'page', type: 'character varying(200)' },
  { name: 'event_time', type: 'timestamp with time zone' },
];
/** A row of it. */
export const ROW = {
  id: 7n,
  email: 'ada@example.com',
  first_name: 'Ada',
  plan_type: 'pro',
  page: '/pricing',
  event_time: new Date('2026-01-13T14:30:45Z'),
};
/** As little as a mapping needs. */
export const LEAST = { name: 'test', key: 'id', email: 'email' } as const;

/** What a row becomes. */
export function send(
  more: object,
  columns: typeof COLUMNS = COLUMNS,
  row: object = ROW,
): MappedRow {
  const mapping: ColumnMapping = { ...LEAST, ...more };
  return mapRow(mapColumns(mapping, columns), { ...row }, 1);
}

/** What is wrong with a mapping. */
export function problemsOf(
  more: object,
  columns: readonly { name: string; type: string }[] = COLUMNS,
) {
  try {
    mapColumns({ ...LEAST, ...more }, columns);
  } catch (error) {
    if (error instanceof SyncMappingError) return error.problems;
    throw error;
  }
  return [];
}

/** What one column of a type becomes in the profile. */
export function valueOf(type: string, value: unknown, more: object = {}): unknown {
  const columns = [...COLUMNS.slice(0, 2), { name: 'x', type }];
  const { user, refused } = send(more, columns, { id: 1n, email: 'a@example.com', x: value });
  return refused ? refused.reason : user?.dataFields?.['x'];
}
