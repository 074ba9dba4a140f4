import type { EventPayload, SyncDefinition, UserPayload } from './define-sync.js';
import { eventId } from './event-id.js';
import { identifierProblem, identityOf, withoutNullIdentifiers } from './identifier.js';
import type { CallFailure } from './outcome.js';

/** What one row asks of Iterable: the payloads, or why there are none. */
export interface MappedRow {
  /** Place of the row in the query's result, from 1. */
  readonly row: number;
  readonly key?: string;
  /** The email or user id for people to read. */
  readonly identifier?: string | undefined;
  /** Rows with an identity in common are never in flight at the same time. */
  readonly identities: readonly string[];
  readonly user: UserPayload | null;
  readonly event: EventPayload | null;
  /** The id of the event where it was made of the row: a hash of all that the event says. */
  readonly derivedId?: string | undefined;
  /** Which calls the row asks for; before its mapping is known, those that its sync makes. */
  readonly due: { readonly user: boolean; readonly event: boolean };
  /** Set when the row can't be sent at all. */
  readonly refused?: CallFailure;
}

/** Maps a row, and refuses it when its mapping fails or its identifiers can't be right. */
export function mapRow<Row>(sync: SyncDefinition<Row>, row: Row, place: number): MappedRow {
  const due = { user: sync.user !== undefined, event: sync.event !== undefined };
  const start = { row: place, identities: [], user: null, event: null, due };
  let key: string;
  try {
    key = keyOf(sync, row);
  } catch (error) {
    return { ...start, refused: refusal('KEY', messageOf(error)) };
  }
  try {
    const user = identified(sync.user?.(row));
    const given = identified(sync.event?.(row));
    const derivedId = given && given.id === undefined ? eventId(sync.name, key, given) : undefined;
    // It is a copy: the sync's own payload stays as it is.
    const event =
      given && derivedId !== undefined ? Object.assign(given, { id: derivedId }) : given;
    const known = {
      row: place,
      key,
      identifier: identifierOf(user ?? event),
      due: { user: user !== null, event: event !== null },
    };
    const problem = problemOf(user) ?? problemOf(event);
    if (problem !== undefined) {
      const refused = refusal('IDENTIFIER', problem);
      return { ...known, identities: [], user: null, event: null, refused };
    }
    return { ...known, identities: identitiesOf(user, event), user, event, derivedId };
  } catch (error) {
    return { ...start, key, refused: refusal('MAPPING', messageOf(error)) };
  }
}

function keyOf<Row>(sync: SyncDefinition<Row>, row: Row): string {
  const key: unknown = sync.key(row);
  if (typeof key !== 'string' || key === '') {
    throw new TypeError(
      `the key function gave ${key === '' ? 'an empty text' : typeof key}, not a text`,
    );
  }
  return key;
}

type Payload = UserPayload | EventPayload;

function identified<Given extends Payload>(payload: Given | null | undefined): Given | null {
  return payload ? withoutNullIdentifiers(payload) : null;
}

function problemOf(payload: Payload | null): string | undefined {
  return payload ? identifierProblem(payload) : undefined;
}

function identitiesOf(user: UserPayload | null, event: EventPayload | null): readonly string[] {
  const one = user && identityOf(user);
  const other = event && identityOf(event);
  if (one === null) return other === null ? [] : [other];
  return other === null || other === one ? [one] : [one, other];
}

function identifierOf(payload: Payload | null): string | undefined {
  const identifier: unknown = payload?.email ?? payload?.userId;
  return typeof identifier === 'string' ? identifier : undefined;
}

/** Why a row or a part of it is not sent: known before anything is. */
export function refusal(code: string, problem: string): CallFailure {
  return {
    reason: `Not sent: ${problem}`,
    code,
    attempts: 0,
    retryable: false,
    mayHaveArrived: false,
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
