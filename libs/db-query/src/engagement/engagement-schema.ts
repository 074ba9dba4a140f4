import type { ColumnType } from 'kysely';

/** Read as `Read`; whatever the real column holds is cast to it in the query. */
type Readable<Read> = ColumnType<Read, never, never>;

/** One row for each user. */
export interface UsersTable {
  readonly id: Readable<bigint>;
  readonly email: Readable<string>;
  readonly first_name: Readable<string | null>;
  readonly last_name: Readable<string | null>;
  /** The plan that the user is on, such as `free` or `pro`. */
  readonly plan_type: Readable<string>;
  /** The plan that the user is a candidate for. */
  readonly candidate: Readable<string | null>;
}

/** One row for each page that a user looked at. */
export interface PageEventsTable {
  readonly id: Readable<bigint>;
  readonly user_id: Readable<bigint>;
  readonly page: Readable<string | null>;
  readonly device: Readable<string | null>;
  readonly browser: Readable<string | null>;
  readonly location: Readable<string | null>;
  readonly event_time: Readable<Date>;
}

/** The tables that the built-in query reads. */
export interface EngagementSchema {
  readonly users: UsersTable;
  readonly page_events: PageEventsTable;
}
