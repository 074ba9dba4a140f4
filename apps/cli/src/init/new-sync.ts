/** The sync whose files are written. */
export type NewSync = BuiltInSync | SqlSync;

interface BuiltInSync {
  readonly kind: 'builtIn';
  readonly name: string;
}

/** A sync of SQL: of a table, or of a query that is yet to be written. */
export interface SqlSync {
  readonly kind: 'sql';
  readonly name: string;
  /** As SQL has it. Absent: nobody said which. */
  readonly table?: string | undefined;
  /** Columns of the SQL, in its order. */
  readonly columns: readonly string[];
  /** Whether these are what the table has. */
  readonly known: boolean;
  /** Columns of the table that can't be sent, with why. */
  readonly leftOut: readonly string[];
  readonly mapping: NewMapping;
}

/** What columns are for. */
export interface NewMapping {
  readonly key: string;
  readonly identifier: Identifier;
  readonly event?: NewEvent | undefined;
}

/** The column that says which user a row is about. */
export interface Identifier {
  readonly property: 'email' | 'userId';
  readonly column: string;
}

/** The event of each row. */
export interface NewEvent {
  readonly name: string;
  /** Absent: the time of its arrival. */
  readonly createdAt?: string | undefined;
}
