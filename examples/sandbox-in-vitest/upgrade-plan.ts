import type { IterableClient } from '@org/iterable-client';

/** Code of yours: a user has bought a larger plan. Iterable is told, and told once. */
export async function upgradePlan(
  iterable: IterableClient,
  user: { readonly email: string; readonly plan: string; readonly orderId: string },
): Promise<void> {
  const { email, plan, orderId } = user;
  await iterable.users.update({ email, dataFields: { plan } });
  // With an id of our own a repeated event replaces the first instead of being a second one.
  await iterable.events.track({
    email,
    eventName: 'plan_upgraded',
    id: orderId,
    dataFields: { plan },
  });
}
