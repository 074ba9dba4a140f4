import { hash } from 'node:crypto';
import { canonical } from '../canonical.js';
import type { EventPayload, UserPayload } from '../define-sync.js';
import type { MappedRow } from '../map-row.js';

/** Hashes of what a row asks of Iterable; equal hashes mean that there is nothing new to send. */
export interface Fingerprint {
  readonly user?: string;
  readonly event?: string;
}

/** 132 bits: enough to tell any number of payloads apart. */
const LENGTH = 22;
/** As many bits of an event's id, which is hexadecimal. */
const ID_LENGTH = 33;
/** 36 bits: these are compared within one row only. */
const FIELD_LENGTH = 6;

/** The hashes of a row's payloads. */
export function fingerprint(
  { user, event, derivedId }: MappedRow,
  createNewFields?: boolean,
): Fingerprint {
  // What Iterable dropped because it was not to create it has to be sent again when it may be.
  const creation = createNewFields === undefined ? '' : `create:${String(createNewFields)}`;
  return {
    ...(user && { user: short(canonical(withoutCase(user)) + creation, LENGTH) }),
    // An id that was made of the event is the hash already.
    ...(event && {
      event: derivedId?.slice(0, ID_LENGTH) ?? short(canonical(withoutCase(event)), LENGTH),
    }),
  };
}

/** A hash for each field of a row's payloads, one after another. */
export function fieldHashes(row: MappedRow): string {
  return fieldsOf(row)
    .map(([name, value]) => fieldHash(name, value))
    .join('');
}

/**
 * The fields of a row whose hashes are not among those of an earlier sending. A field that has
 * vanished leaves no name behind, so it is not told here.
 */
export function changedFields(row: MappedRow, before: string): string[] {
  const known = new Set<string>();
  for (let at = 0; at < before.length; at += FIELD_LENGTH) {
    known.add(before.slice(at, at + FIELD_LENGTH));
  }
  return fieldsOf(row)
    .filter(([name, value]) => !known.has(fieldHash(name, value)))
    .map(([name]) => name);
}

/** Iterable compares emails without case: another case is the same user. */
function withoutCase<Payload extends UserPayload | EventPayload>(payload: Payload): Payload {
  if (typeof payload.email !== 'string') return payload;
  const email = payload.email.toLowerCase();
  return email === payload.email ? payload : { ...payload, email };
}

function fieldHash(name: string, value: unknown): string {
  return short(`${name}=${canonical(value)}`, FIELD_LENGTH);
}

function short(text: string, length: number): string {
  return hash('sha256', text, 'base64url').slice(0, length);
}

/** `user.email`, `user.dataFields.plan`, `event.eventName`, … An event's id says nothing by itself. */
function fieldsOf({ user, event }: MappedRow): [string, unknown][] {
  const fields: [string, unknown][] = [];
  for (const [part, payload] of [
    ['user', user],
    ['event', event],
  ] as const) {
    const { dataFields, ...rest }: Partial<UserPayload & EventPayload> = payload ?? {};
    for (const [name, value] of Object.entries(rest)) {
      if (name !== 'id') fields.push([`${part}.${name}`, value]);
    }
    for (const [name, value] of Object.entries(dataFields ?? {})) {
      fields.push([`${part}.dataFields.${name}`, value]);
    }
  }
  return fields.filter(([, value]) => value !== undefined);
}
