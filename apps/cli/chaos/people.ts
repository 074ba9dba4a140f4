import type { Random } from './random.ts';

/** A user of the query, and all that its row ever said. Equal versions are equal contents. */
export interface Person {
  readonly id: number;
  readonly email: string;
  /** Whether the query returns it. */
  present: boolean;
  profile: number;
  event: number;
  readonly profiles: Set<number>;
  readonly events: Set<number>;
  /** What it said before the last change. */
  before: { readonly profile: number; readonly event: number };
}

export const emailOf = (id: number): string => `User${String(id)}@example.com`;

/** The fields of a profile that the row asks for. */
export function profileFields({ id }: Person, version: number): Record<string, string | null> {
  return {
    firstName: version % 3 === 1 ? null : `Zoë "${String(id)}", ${String(version)}`,
    lastName: `O'Neil-${String(id % 7)}`,
    planType: 'pro',
    candidate: version % 2 === 1 ? 'enterprise' : null,
  };
}

/** The fields of an event that the row asks for, and its time in seconds since 1970. */
export function eventFields({ id }: Person, version: number, base: number) {
  return {
    page: `/page/${String(version)}`,
    device: id % 2 === 0 ? 'phone' : null,
    browser: 'Firefox',
    location: 'Köln',
    time: base - id - (version % 2) * 10_000,
  };
}

/** The people whom the tables hold, as they are expected to be. */
export class People {
  readonly all: Person[] = [];
  #version = 0;

  constructor(count: number) {
    for (let n = 0; n < count; n += 1) this.#add();
  }

  get present(): Person[] {
    return this.all.filter(({ present }) => present);
  }

  /** Most say again what they said before the last change: a run that was killed may have sent that. */
  goBack(random: Random): void {
    for (const person of this.all) {
      if (!person.present || !random.chance(0.8)) continue;
      Object.assign(person, person.before);
      // It may have changed while it was away: then nobody has seen what it said before.
      said(person);
    }
  }

  /** Some say something else, some what they said before; some leave, some return, some are new. */
  change(random: Random): void {
    this.#version += 1;
    const share = random.pick([0.1, 0.5]);
    for (const person of this.all) {
      person.before = { profile: person.profile, event: person.event };
      if (random.chance(share)) person.profile = this.#another(random, person.profiles);
      if (random.chance(share)) person.event = this.#another(random, person.events);
      if (random.chance(person.present ? 0.03 : 0.5)) person.present = !person.present;
      if (person.present) said(person);
    }
    const joining = random.int(0, 10);
    for (let n = 0; n < joining; n += 1) this.#add();
  }

  #another(random: Random, before: ReadonlySet<number>): number {
    return random.chance(0.4) ? random.pick([...before]) : this.#version;
  }

  #add(): void {
    const id = this.all.length + 1;
    const [profile, event] = [this.#version, this.#version];
    this.all.push({
      id,
      email: emailOf(id),
      present: true,
      profile,
      event,
      profiles: new Set([profile]),
      events: new Set([event]),
      before: { profile, event },
    });
  }
}

/** Notes what the row says as it comes out of the query. */
function said({ profile, event, profiles, events }: Person): void {
  profiles.add(profile);
  events.add(event);
}
