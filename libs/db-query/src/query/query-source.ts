import type { QueryCreator } from 'kysely';

/** The part of Kysely that reads: what a query is built from. */
export type QuerySource<Schema> = Pick<
  QueryCreator<Schema>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive'
>;
