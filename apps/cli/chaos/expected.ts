import type { SandboxEvent } from '@org/iterable-sandbox';
import { isDeepStrictEqual } from 'node:util';
import { eventFields, profileFields, type Person } from './people.ts';
import type { World } from './world.ts';

/** What the sandbox holds, found by email. */
export interface Holdings {
  readonly profiles: ReadonlyMap<string, object>;
  readonly events: ReadonlyMap<string, readonly SandboxEvent[]>;
}

export function holdingsOf({ sandbox }: World): Holdings {
  const events = Map.groupBy(sandbox.events.all(), ({ email }) => String(email).toLowerCase());
  const profiles = sandbox.users
    .all()
    .map(({ email, dataFields }) => [String(email).toLowerCase(), dataFields] as const);
  return { profiles: new Map(profiles), events };
}

/** Whether the sandbox holds a person's profile in a version. */
export function holdsProfile({ profiles }: Holdings, person: Person, version: number): boolean {
  const { email, ...fields } = {
    email: undefined,
    ...profiles.get(person.email.toLowerCase()),
  };
  void email;
  return isDeepStrictEqual(fields, profileFields(person, version));
}

/** How many events the sandbox holds of a person's event in a version. */
export function countEvents(
  { events }: Holdings,
  person: Person,
  version: number,
  base: number,
): number {
  const { time, ...fields } = eventFields(person, version, base);
  const eventTime = `${new Date(time * 1000).toISOString().slice(0, 19).replace('T', ' ')} +00:00`;
  const expected = { ...fields, eventTime };
  return (events.get(person.email.toLowerCase()) ?? []).filter(
    ({ eventName, createdAt, dataFields }) =>
      eventName === 'recent_engagement' &&
      createdAt === time &&
      isDeepStrictEqual(dataFields, expected),
  ).length;
}
