import type { Operation } from './operation.js';

/** The names of the operations in the table. */
export type OperationName =
  'users/update' | 'users/bulkUpdate' | 'users/getFields' | 'events/track' | 'events/trackBulk';

/**
 * The operations, as documented by Iterable's API document, version 1.8. The document gives 4 MB for
 * `users/bulkUpdate` without saying which; the smaller reading is taken.
 */
export const operationTable: Readonly<Record<OperationName, Operation>> = {
  'users/update': {
    name: 'users/update',
    method: 'POST',
    path: '/api/users/update',
    tag: 'users',
    rate: { requests: 500, periodSeconds: 1 },
    scope: 'project',
    repeatable: 'yes',
    reply: 'envelope',
    identified: 'body',
  },
  'users/bulkUpdate': {
    name: 'users/bulkUpdate',
    method: 'POST',
    path: '/api/users/bulkUpdate',
    tag: 'users',
    rate: { requests: 5, periodSeconds: 1 },
    scope: 'project',
    maxBodyBytes: 4_000_000,
    repeatable: 'yes',
    reply: 'counts',
    identified: 'users',
  },
  'users/getFields': {
    name: 'users/getFields',
    method: 'GET',
    path: '/api/users/getFields',
    tag: 'users',
    rate: { requests: 3, periodSeconds: 1 },
    scope: 'project',
    repeatable: 'yes',
    reply: 'fields',
  },
  'events/track': {
    name: 'events/track',
    method: 'POST',
    path: '/api/events/track',
    tag: 'events',
    rate: { requests: 2000, periodSeconds: 1 },
    scope: 'project',
    repeatable: 'with-id',
    reply: 'envelope',
    identified: 'body',
    events: 'body',
  },
  'events/trackBulk': {
    name: 'events/trackBulk',
    method: 'POST',
    path: '/api/events/trackBulk',
    tag: 'events',
    rate: { requests: 10, periodSeconds: 1 },
    scope: 'project',
    repeatable: 'with-id',
    reply: 'counts',
    identified: 'events',
    events: 'events',
  },
};
