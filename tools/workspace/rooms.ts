/** The rooms of the design by project, and whom each knows: in its code, or in its tests alone. */
export interface Room {
  readonly root: string;
  readonly knows: readonly string[];
  readonly testsKnow?: readonly string[];
}

export const ROOMS: Readonly<Record<string, Room>> = {
  '@org/auth': { root: 'libs/auth', knows: [] },
  '@org/csv-export': { root: 'libs/csv-export', knows: [] },
  '@org/db-query': {
    root: 'libs/db-query',
    knows: [],
    // Both write the same bytes. The tests of one load the other by name.
    testsKnow: ['@org/csv-export'],
  },
  '@org/iterable-sandbox': { root: 'libs/iterable-sandbox', knows: ['@org/auth'] },
  '@org/iterable-client': {
    root: 'libs/iterable-client',
    knows: [],
    testsKnow: ['@org/iterable-sandbox'],
  },
  '@org/sync': {
    root: 'libs/sync',
    knows: ['@org/iterable-client'],
    testsKnow: ['@org/iterable-sandbox'],
  },
  '@org/cli': {
    root: 'apps/cli',
    knows: [
      '@org/auth',
      '@org/csv-export',
      '@org/db-query',
      '@org/iterable-client',
      '@org/iterable-sandbox',
      '@org/sync',
    ],
  },
  '@org/bench': {
    root: 'bench',
    knows: [
      '@org/auth',
      '@org/cli',
      '@org/csv-export',
      '@org/db-query',
      '@org/iterable-client',
      '@org/iterable-sandbox',
      '@org/sync',
    ],
  },
  '@org/examples': {
    root: 'examples',
    knows: [
      '@org/cli',
      '@org/db-query',
      '@org/iterable-client',
      '@org/iterable-sandbox',
      '@org/sync',
    ],
  },
};

/** All whom a room knows, in tests too. */
export function known(name: string): string[] {
  const { knows = [], testsKnow = [] } = ROOMS[name] ?? {};
  return [...knows, ...testsKnow].sort();
}

/** A room and all that know it, be it through others. */
export function withDependents(name: string): string[] {
  const found = new Set([name]);
  for (const one of found) {
    for (const other of Object.keys(ROOMS)) if (known(other).includes(one)) found.add(other);
  }
  return [...found].sort();
}
