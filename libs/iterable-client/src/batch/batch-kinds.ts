import { operationTable } from '../generated/operation-table.js';
import type { BatchKind } from './batch-kind.js';

/** The names of the methods that send many records. */
export type BatchMethod =
  | 'users.updateMany'
  | 'users.updateSubscriptionsMany'
  | 'events.trackMany'
  | 'lists.subscribeMany'
  | 'lists.unsubscribeMany';

/** The operations behind them. */
export const batchKinds: Readonly<Record<BatchMethod, BatchKind>> = {
  'users.updateMany': {
    operation: operationTable['users/bulkUpdate'],
    place: 'users',
    events: false,
    notFound: 'permanent',
  },
  'users.updateSubscriptionsMany': {
    operation: operationTable['users/bulkUpdateSubscriptions'],
    place: 'updateSubscriptionsRequests',
    events: false,
    notFound: 'permanent',
  },
  'events.trackMany': {
    operation: operationTable['events/trackBulk'],
    place: 'events',
    events: true,
    // An event may come before its new user: profiles take up to a minute.
    notFound: 'retryable',
  },
  'lists.subscribeMany': {
    operation: operationTable['lists/subscribe'],
    place: 'subscribers',
    events: false,
    notFound: 'permanent',
  },
  'lists.unsubscribeMany': {
    operation: operationTable['lists/unsubscribe'],
    place: 'subscribers',
    events: false,
    notFound: 'delivered',
  },
};
