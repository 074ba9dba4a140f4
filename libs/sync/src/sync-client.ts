import type { IterableClient } from '@org/iterable-client';

type Users = IterableClient['users'];
type Events = IterableClient['events'];
type Lists = IterableClient['lists'];

/** The part of the Iterable client that a run uses. What is optional is needed for some options only. */
export interface SyncClient {
  /** `jwt` where each request needs a token of its user: then there is single delivery only. */
  readonly authMethod?: 'api-key' | 'jwt';
  readonly users: Pick<Users, 'update'> & Partial<Pick<Users, 'updateMany' | 'getFields'>>;
  readonly events: Pick<Events, 'track'> & Partial<Pick<Events, 'trackMany'>>;
  readonly lists?: Pick<Lists, 'unsubscribeMany'>;
}
