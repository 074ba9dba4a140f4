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
  readonly identifier?: string;
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
    const event = given && derivedId !== undefined ? { ...given, id: derivedId } : given;
    const payloads = [user, event].filter((payload) => payload !== null);
    const known = {
      ...start,
      key,
      ...identifierText(payloads),
      due: { user: user !== null, event: event !== null },
    };
    for (const payload of payloads) {
      const problem = identifierProblem(payload);
      if (problem) return { ...known, refused: refusal('IDENTIFIER', problem) };
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

function identified<Payload extends UserPayload | EventPayload>(
  payload: Payload | null | undefined,
): Payload | null {
  return payload ? withoutNullIdentifiers(payload) : null;
}

function identitiesOf(user: UserPayload | null, event: EventPayload | null): readonly string[] {
  const [one, other] = [user && identityOf(user), event && identityOf(event)];
  return [one, other === one ? null : other].filter((identity) => identity !== null);
}

function identifierText(payloads: readonly (UserPayload | EventPayload)[]) {
  const identifier: unknown = payloads[0]?.email ?? payloads[0]?.userId;
  return typeof identifier === 'string' ? { identifier } : {};
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
