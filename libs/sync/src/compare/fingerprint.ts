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

/** The hashes of a row's payloads. */
export function fingerprint(
  { user, event, derivedId }: MappedRow,
  createNewFields?: boolean,
): Fingerprint {
  // What Iterable dropped because it was not to create it has to be sent again when it may be.
  const creation = createNewFields === undefined ? '' : `create:${String(createNewFields)}`;
  return {
    ...(user && { user: short(canonical(withoutCase(user)) + creation) }),
    // An id that was made of the event is the hash already.
    ...(event && {
      event: derivedId?.slice(0, ID_LENGTH) ?? short(canonical(withoutCase(event))),
    }),
  };
}

/** Iterable compares emails without case: another case is the same user. */
function withoutCase<Payload extends UserPayload | EventPayload>(payload: Payload): Payload {
  if (typeof payload.email !== 'string') return payload;
  const email = payload.email.toLowerCase();
  return email === payload.email ? payload : { ...payload, email };
}

function short(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, LENGTH);
}
