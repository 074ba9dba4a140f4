import type { EventTrackRequest, UserRecord } from '@org/iterable-client';

/** The profile update of one row, as `users/update` and `users/bulkUpdate` take it. */
export type UserPayload = UserRecord;

/** The event of one row, as `events/track` takes it. Its `id` is derived from the row when absent. */
export type EventPayload = EventTrackRequest;

/**
 * What a row becomes in Iterable.
 *
 * A function that is absent, or returns `null`, means: this call is not made for the row. Inside
 * `dataFields`, `undefined` leaves a field out (Iterable keeps what it has) and `null` is sent.
 */
export interface SyncDefinition<Row> {
  /** Names the sync in event ids and reports. Renaming it gives every event a new id. */
  readonly name: string;
  /** What identifies a row in the source, and never changes for it: a primary key as text. */
  readonly key: (row: Row) => string;
  /** The profile update of a row. */
  readonly user?: (row: Row) => UserPayload | null;
  /** The event of a row. */
  readonly event?: (row: Row) => EventPayload | null;
  /**
   * Create profile fields that the project does not know. With `false` Iterable drops them; the run
   * then tells which.
   * @default the project's setting
   */
  readonly createNewFields?: boolean;
}

const KNOWN = new Set(['name', 'key', 'user', 'event', 'createNewFields']);

/**
 * Checks a sync definition and gives it back, frozen.
 *
 * @throws TypeError when the name is blank, `key` is missing, neither `user` nor `event` is there,
 * or an unknown property is given.
 *
 * @example
 * const plans = defineSync<{ id: string; email: string; plan: string }>({
 *   name: 'plans',
 *   key: (row) => row.id,
 *   user: (row) => ({ email: row.email, dataFields: { plan: row.plan } }),
 * });
 */
export function defineSync<Row>(definition: SyncDefinition<Row>): SyncDefinition<Row> {
  if (typeof definition !== 'object' || definition === null) {
    throw new TypeError(`defineSync: a definition is needed; received ${typeof definition}`);
  }
  const unknown = Object.keys(definition).filter((property) => !KNOWN.has(property));
  if (unknown.length > 0) {
    throw new TypeError(
      `defineSync: unknown property ${unknown.join(', ')}; known are ${[...KNOWN].join(', ')}`,
    );
  }
  if (typeof definition.name !== 'string' || definition.name.trim() === '') {
    throw new TypeError('defineSync: name must be a text that is not blank');
  }
  if (typeof definition.key !== 'function') {
    throw new TypeError('defineSync: key must be a function of the row');
  }
  if (!definition.user && !definition.event) {
    throw new TypeError(
      'defineSync: give user, event or both; a sync without either sends nothing',
    );
  }
  return Object.freeze({ ...definition });
}
