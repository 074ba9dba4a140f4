import { defineSync, type SyncDefinition } from '@org/sync';

/** A row of the built-in query: 11 columns. */
export interface Member {
  readonly id: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly planType: string;
  readonly candidate: string | null;
  readonly page: string;
  readonly device: string;
  readonly browser: string;
  readonly location: string;
  readonly eventTime: Date;
}

/** Profile and event of a member, as the built-in sync makes them. */
export const members: SyncDefinition<Member> = defineSync<Member>({
  name: 'members',
  key: ({ id }) => String(id),
  user: ({ email, firstName, lastName, planType, candidate }) => ({
    email,
    dataFields: { firstName, lastName, planType, candidate },
  }),
  event: ({ email, page, device, browser, location, eventTime }) => ({
    email,
    eventName: 'recent_engagement',
    createdAt: eventTime,
    dataFields: { page, device, browser, location },
  }),
});

/** So many members, each a user of their own. Of a hundred, one has another plan where it says so. */
export async function* memberRows(
  count: number,
  options: { readonly onePercentChanged?: boolean } = {},
): AsyncGenerator<Member, void> {
  const changed = options.onePercentChanged ?? false;
  for (let id = 1; id <= count; id += 1) {
    yield {
      id,
      email: `user${id}@example.com`,
      firstName: `First${id % 1000}`,
      lastName: `Last${id % 5000}`,
      planType: changed && id % 100 === 0 ? 'free' : 'pro',
      candidate: id % 3 > 0 ? `candidate-${id % 50}` : null,
      page: `/pages/${id % 700}`,
      device: DEVICES[id % 3] ?? '',
      browser: BROWSERS[id % 3] ?? '',
      location: id % 10 === 0 ? 'Berlin, Germany' : 'New York',
      eventTime: new Date(START_MS + id * 1234),
    };
  }
}

const START_MS = Date.UTC(2026, 0, 1);
const DEVICES = ['desktop', 'mobile', 'tablet'];
const BROWSERS = ['Chrome', 'Safari', 'Firefox'];
