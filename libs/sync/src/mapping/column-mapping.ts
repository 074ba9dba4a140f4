/**
 * How the columns of a query become profiles and events: plain data, as it comes from a YAML or JSON
 * file. `columnMappingSchema` says the same as JSON Schema.
 *
 * **Where columns go.** The key, the identifier and what an event takes as its name, time and ids are
 * used up by that. A column named in `fields` or `only` of the profile or the event goes there. All
 * other columns are the *rest*: it goes to each part that has no `only`, without what the part's
 * `except` names. A column that then goes nowhere is refused unless `ignore` names it.
 *
 * @example
 * const mapping: ColumnMapping = {
 *   name: 'engagement',
 *   key: 'id',
 *   email: 'email',
 *   profile: { fields: { firstName: 'first_name', planType: 'plan_type' } },
 *   event: { name: 'recent_engagement', createdAt: 'event_time', only: ['page', 'device'] },
 * };
 */
export type ColumnMapping = MappingSettings & IdentifierColumn;

/** The column that says which user a row is about; a row in which it is NULL is refused. */
export type IdentifierColumn =
  | { readonly email: string; readonly userId?: undefined }
  | { readonly userId: string; readonly email?: undefined };

/** A {@link ColumnMapping} but for the identifier. */
export interface MappingSettings {
  /** Where an editor finds the schema of the file; means nothing here. */
  readonly $schema?: string;
  /** Names the sync in event ids and reports. Renaming it gives every event a new id. */
  readonly name: string;
  /** The column that identifies a row in the source, and never changes for it. Never NULL. */
  readonly key: string;
  /**
   * The profile update; `false` for none.
   * @default true, which is `{}`
   */
  readonly profile?: boolean | ProfileMapping;
  /**
   * The event.
   * @default none
   */
  readonly event?: EventMapping;
  /** Columns that are sent nowhere. */
  readonly ignore?: readonly string[];
  /**
   * Names of the fields that columns become unless `fields` names them: `keep` takes the column's,
   * `camel` makes `planType` of `plan_type`. With a dot (`address.city`) it is a field inside of an
   * object.
   * @default 'keep'
   */
  readonly case?: 'keep' | 'camel';
  /**
   * What becomes of NULL. `send` sends `null`, so that what was removed at the source doesn't live on
   * in Iterable; `omit` leaves the field out, and Iterable keeps what it has. Elements of lists stay.
   * @default 'send'
   */
  readonly nulls?: 'send' | 'omit';
  /**
   * What `numeric` becomes. `number`: a number of the same decimal digits; a row with a value that no
   * number holds is refused. `text`: its digits as text.
   * @default 'number'
   */
  readonly numeric?: 'number' | 'text';
  /** Columns of numbers and booleans to send as text, such as postcodes. */
  readonly text?: readonly string[];
}

/** Which columns go to a profile or an event; see {@link ColumnMapping}. */
export interface FieldSelection {
  /** Iterable's field name to the column it comes from. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Columns that go here under their own names, and no rest. Not beside `except`. */
  readonly only?: readonly string[];
  /** Columns of the rest that don't go here. Not beside `only`. */
  readonly except?: readonly string[];
}

/** The profile update of a row. */
export interface ProfileMapping extends FieldSelection {
  /**
   * Whether an object that is sent is merged with what the profile has there, instead of taking its
   * place. Must be said where a field's name has a dot.
   * @default Iterable's: false
   */
  readonly mergeNestedObjects?: boolean;
  /**
   * Email-based projects only: create a user for a `userId` that is not known.
   * @default Iterable's: false
   */
  readonly preferUserId?: boolean;
}

/** The event of a row. */
export interface EventMapping extends FieldSelection {
  /** The event's name, or the column that has it. */
  readonly name: string | FromColumn;
  /**
   * The column that says when it happened, a `timestamptz` or `timestamp`; never NULL. Iterable keeps
   * seconds.
   * @default the time Iterable receives the event
   */
  readonly createdAt?: string;
  /**
   * The column with the event's id: letters, digits and hyphens, unique in the project, never NULL.
   * @default derived from the row
   */
  readonly id?: string;
  /** The campaign to credit with it, or the column that says so. */
  readonly campaignId?: number | FromColumn;
  /** The template to credit with it, or the column that says so. */
  readonly templateId?: number | FromColumn;
  /**
   * A row in which this column is NULL has no event, as after a left join. The column is sent like any
   * other.
   * @default each row has one
   */
  readonly when?: string;
}

/** A value that each row has in a column. */
export interface FromColumn {
  readonly column: string;
}

/** A column of a query: its name, and its type as PostgreSQL writes it (`character varying(255)`). */
export interface MappedColumn {
  readonly name: string;
  readonly type: string;
}
