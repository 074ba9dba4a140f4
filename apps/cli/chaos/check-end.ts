import { countEvents, holdingsOf, holdsProfile, type Holdings } from './expected.ts';
import type { LedgerView } from './ledger-entries.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

/** Where the end differs from that of a sync that met no trouble. */
export function checkEnd(world: World, ledger: LedgerView): string[] {
  const { people, base } = world;
  const held = holdingsOf(world);
  const problems = checkStrangers(world, held);
  const { length } = people.present;
  if (ledger.count !== length) {
    problems.push(
      `the ledger has ${ledger.count} rows that have not left, and there are ${length}`,
    );
  }
  for (const person of people.all) {
    const wrong = [
      ...checkEvents(person, held, base),
      ...(person.present
        ? checkPresent(person, held, ledger, base)
        : checkAway(person, held, ledger)),
    ];
    problems.push(...wrong.map((problem) => `row ${person.id}: ${problem}`));
  }
  return problems;
}

/** Users and events that nobody asked for, and ids that are there twice. */
function checkStrangers({ people }: World, { profiles, events }: Holdings): string[] {
  const known = new Set(people.all.map(({ email }) => email.toLowerCase()));
  const strangers = [...profiles.keys(), ...events.keys()].filter((email) => !known.has(email));
  const ids = [...events.values()].flat().map(({ id }) => id);
  const twice = ids.length - new Set(ids).size;
  return [
    ...strangers.map((email) => `nobody asked for ${email}`),
    ...(twice > 0 ? [`${twice} event ids are there twice`] : []),
  ];
}

/** Each content that a row ever had may have left one event, and nothing else may have. */
function checkEvents(person: Person, held: Holdings, base: number): string[] {
  const counts = [...person.events].map((version) => countEvents(held, person, version, base));
  const all = held.events.get(person.email.toLowerCase())?.length ?? 0;
  const explained = counts.reduce((sum, count) => sum + count, 0);
  return [
    ...(counts.some((count) => count > 1) ? ['the same event is there twice'] : []),
    ...(explained === all ? [] : [`${all - explained} events say what the row never said`]),
  ];
}

function checkPresent(
  person: Person,
  held: Holdings,
  { entries }: LedgerView,
  base: number,
): string[] {
  const entry = entries.get(person);
  const delivered =
    entry?.outcome === 'delivered' &&
    entry.user?.status === 'delivered' &&
    entry.event?.status === 'delivered' &&
    !entry.gone;
  return [
    ...(holdsProfile(held, person, person.profile) ? [] : ['the profile is not what the row says']),
    ...(countEvents(held, person, person.event, base) === 1 ? [] : ['its event is not there']),
    ...(delivered ? [] : [`the ledger says ${entry?.outcome ?? 'nothing'}`]),
  ];
}

/** Of a row that left the query, what was delivered last stands. */
function checkAway(person: Person, held: Holdings, { entries }: LedgerView): string[] {
  const entry = entries.get(person);
  const sent = held.profiles.has(person.email.toLowerCase());
  const earlier = [...person.profiles].some((version) => holdsProfile(held, person, version));
  return [
    ...(sent && !earlier ? ['it left, and the profile says what it never said'] : []),
    ...(entry?.outcome === 'delivered' && !sent ? ['it was delivered, and is not there'] : []),
    ...(entry && !entry.gone ? ['it left, and the ledger does not say so'] : []),
    ...(sent && !entry ? ['it was sent, and the ledger does not know'] : []),
  ];
}
