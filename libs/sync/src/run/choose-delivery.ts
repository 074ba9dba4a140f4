import type { SyncClient } from '../sync-client.js';
import type { DeliveryMode } from '../sync-event.js';

/** How rows are to be sent; `auto` decides by their number. */
export type DeliveryOption = 'auto' | DeliveryMode;

/** What the choice depends on. */
export interface DeliveryChoice {
  readonly delivery: DeliveryOption;
  readonly client: SyncClient;
  readonly bulkFrom: number;
  readonly strictFields: boolean;
}

/** What is chosen, and why. */
export interface ChosenDelivery {
  readonly mode: DeliveryMode;
  /** For people. */
  readonly why: string;
}

/** Chooses how `rows` rows are sent, `rows` being all of them or at least `bulkFrom`. */
export function chooseDelivery(
  { delivery, client, bulkFrom, strictFields }: DeliveryChoice,
  rows: number,
): ChosenDelivery {
  if (delivery !== 'auto') return { mode: delivery, why: 'as asked for' };
  const problem = bulkProblem(client);
  if (problem !== undefined) return { mode: 'single', why: problem };
  if (strictFields) return { mode: 'bulk', why: 'only bulk tells which fields Iterable drops' };
  const from = String(bulkFrom);
  return rows >= bulkFrom
    ? { mode: 'bulk', why: `${from} rows or more are to be sent` }
    : { mode: 'single', why: `fewer than ${from} rows are to be sent` };
}

/** Why a client can't send many rows in a request; `undefined` where it can. */
export function bulkProblem({ authMethod, users, events }: SyncClient): string | undefined {
  if (authMethod === 'jwt') return 'a JWT is of one user, and a request for many users has none';
  return users.updateMany && events.trackMany
    ? undefined
    : 'the client has no users.updateMany and events.trackMany';
}
