/** A user of the sample data, with its page events. */
export interface SampleUser {
  readonly id: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly plan: 'free' | 'pro';
  readonly candidate: string | null;
  readonly events: readonly SampleEvent[];
}

export interface SampleEvent {
  readonly page: string;
  readonly device: string;
  readonly browser: string;
  readonly location: string;
  /** Hours before now. */
  readonly hoursAgo: number;
}

const FIRST_NAMES = ['Ada', 'Bram', 'Chiara', 'Dmitri', 'Elif', 'Farah', 'Goran', 'Hana'] as const;
const LAST_NAMES = [
  'Okafor',
  "O'Neill",
  'Jansen',
  'Müller',
  'de la Cruz',
  'Sato',
  'Novák',
] as const;
const PAGES = ['/pricing', '/features/exports', '/billing', '/docs/api', '/integrations'] as const;
const DEVICES = ['desktop', 'mobile', 'tablet'] as const;
const BROWSERS = ['Firefox', 'Chrome', 'Safari', 'Edge'] as const;
const LOCATIONS = ['Lisbon, PT', 'Austin, US', 'Kraków, PL', 'Osaka, JP'] as const;
const CANDIDATES = ['team', 'enterprise', null] as const;

const HOURS_A_WEEK = 7 * 24;

/** So many users whom the built-in query finds, and three more whom it must not find. */
export function sampleUsers(count: number): SampleUser[] {
  const found = Array.from({ length: count }, (_, index) => foundUser(index + 1));
  return [
    ...found,
    { ...foundUser(count + 1), email: 'free.plan@example.com', plan: 'free' },
    {
      ...foundUser(count + 2),
      email: 'long.ago@example.com',
      events: [event(0, HOURS_A_WEEK + 1)],
    },
    { ...foundUser(count + 3), email: 'never.seen@example.com', events: [] },
  ];
}

function foundUser(id: number): SampleUser {
  const firstName = pick(FIRST_NAMES, id);
  const lastName = pick(LAST_NAMES, id);
  const name = `${firstName}.${lastName}`
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z.]/g, '');
  return {
    id,
    email: `${name}.${String(id)}@example.com`,
    firstName,
    lastName,
    plan: 'pro',
    candidate: pick(CANDIDATES, id),
    // The newest of them is the engagement that counts.
    events: [
      event(id, HOURS_A_WEEK + id),
      event(id + 1, 48 + (id % 72)),
      event(id + 2, 1 + (id % 24)),
    ],
  };
}

function event(seed: number, hoursAgo: number): SampleEvent {
  return {
    page: pick(PAGES, seed),
    device: pick(DEVICES, seed),
    browser: pick(BROWSERS, seed),
    location: pick(LOCATIONS, seed),
    hoursAgo,
  };
}

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}
