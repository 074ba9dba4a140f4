import type { Query, SqlQuery } from '@org/db-query';
import type { EventPayload, UserPayload } from '@org/sync';
import { nearest } from '../errors/nearest.js';
import { optionsSchema } from './project-schema.js';
import type { SyncOptions } from './sync-entry.js';

/** A sync written as code. */
export interface QuerySyncDefinition<Row extends object> extends SyncOptions {
  /** Made by `defineQuery` or `sqlQuery`. */
  readonly query: Query<Row> | SqlQuery;
  /** The column that tells the rows apart and never changes for a row. Never NULL. */
  readonly key: keyof Row & string;
  /** The profile update of a row; `null` for none. */
  readonly user?: (row: Row) => UserPayload | null;
  /** The event of a row; `null` for none. */
  readonly event?: (row: Row) => EventPayload | null;
}

const MARK = Symbol.for('@org/cli/query-sync');

/** A sync written as code, its row type forgotten. Made by {@link fromQuery}. */
export interface QuerySync extends QuerySyncDefinition<Record<string, unknown>> {
  readonly [MARK]: true;
}

const KNOWN = ['query', 'key', 'user', 'event', ...Object.keys(optionsSchema.properties ?? {})];

/**
 * A sync written as code: a query, and functions that make profile and event of a row. The row type
 * comes from the query; for `sqlQuery`, which knows no types, it is given.
 *
 * @throws TypeError for an unknown property, a key or functions that are none, or neither `user` nor
 * `event`
 *
 * @example
 * export default defineConfig({
 *   syncs: {
 *     plans: fromQuery<{ id: bigint; email: string; plan: string }>({
 *       query: sqlQuery({ name: 'plans', text: 'select id, email, plan from users' }),
 *       key: 'id',
 *       user: (row) => ({ email: row.email, dataFields: { plan: row.plan } }),
 *     }),
 *   },
 * });
 */
export function fromQuery<Row extends object>(definition: QuerySyncDefinition<Row>): QuerySync {
  const { query, key, user, event } = definition;
  for (const name of Object.keys(definition)) {
    if (KNOWN.includes(name)) continue;
    const meant = nearest(name, KNOWN);
    const hint = meant === undefined ? `known are ${KNOWN.join(', ')}` : `did you mean ${meant}?`;
    throw new TypeError(`fromQuery: unknown property ${name}; ${hint}`);
  }
  if (typeof query?.sql !== 'string') {
    throw new TypeError('fromQuery: query must be what defineQuery or sqlQuery made');
  }
  if (typeof key !== 'string' || key === '') {
    throw new TypeError('fromQuery: key must name the column that tells the rows apart');
  }
  for (const [name, value] of Object.entries({ user, event })) {
    if (value === undefined || typeof value === 'function') continue;
    throw new TypeError(`fromQuery: ${name} must be a function of the row, not ${typeof value}`);
  }
  if (!user && !event) throw new TypeError('fromQuery: give user, event or both');
  return Object.freeze({ ...definition, [MARK]: true }) as unknown as QuerySync;
}

/** Whether an entry of a configuration file was made by {@link fromQuery}. */
export function isQuerySync(entry: object): entry is QuerySync {
  return (entry as Partial<QuerySync>)[MARK] === true;
}
