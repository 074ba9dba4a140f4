import type { Operation } from './operation.js';
import { schemas } from './schemas.js';

const USUAL = [200, 400, 401];

/** `GET /api/events/…`: 30 events where nothing is said, 200 at most. */
const eventQuery: Operation['query'] = {
  limit: { type: 'integer', minimum: 1, maximum: 200, default: 30 },
};

/** Name of an operation: its path without `/api/`. */
export type OperationName =
  | 'users/update'
  | 'users/bulkUpdate'
  | 'users/getFields'
  | 'users/getByEmail'
  | 'users/byUserId'
  | 'users/{email}'
  | 'users/byUserId/{userId}'
  | 'events/track'
  | 'events/trackBulk'
  | 'events/{email}'
  | 'events/byUserId/{userId}';

/** The operations that the sandbox answers. */
export const operations: Readonly<Record<OperationName, Operation>> = {
  'users/update': {
    method: 'POST',
    path: '/api/users/update',
    access: 'user',
    statuses: [200, 400, 401, 409],
    body: schemas.apiUserUpdateRequest,
  },
  'users/bulkUpdate': {
    method: 'POST',
    path: '/api/users/bulkUpdate',
    access: 'server',
    statuses: USUAL,
    body: schemas.bulkUpdateUsersRequest,
    records: 'users',
  },
  'users/getFields': {
    method: 'GET',
    path: '/api/users/getFields',
    access: 'server',
    statuses: USUAL,
  },
  'users/getByEmail': {
    method: 'GET',
    path: '/api/users/getByEmail',
    access: 'server',
    statuses: USUAL,
    query: { email: { type: 'string', required: true } },
  },
  'users/byUserId': {
    method: 'GET',
    path: '/api/users/byUserId',
    access: 'server',
    statuses: USUAL,
    query: { userId: { type: 'string', required: true } },
  },
  'users/{email}': {
    method: 'GET',
    path: '/api/users/{email}',
    access: 'server',
    statuses: USUAL,
  },
  'users/byUserId/{userId}': {
    method: 'GET',
    path: '/api/users/byUserId/{userId}',
    access: 'server',
    statuses: USUAL,
  },
  'events/track': {
    method: 'POST',
    path: '/api/events/track',
    access: 'user',
    statuses: USUAL,
    body: schemas.trackRequest,
  },
  'events/trackBulk': {
    method: 'POST',
    path: '/api/events/trackBulk',
    access: 'server',
    statuses: USUAL,
    body: schemas.bulkTrackRequest,
    records: 'events',
  },
  'events/{email}': {
    method: 'GET',
    path: '/api/events/{email}',
    access: 'server',
    statuses: USUAL,
    query: eventQuery,
  },
  'events/byUserId/{userId}': {
    method: 'GET',
    path: '/api/events/byUserId/{userId}',
    access: 'server',
    statuses: USUAL,
    query: eventQuery,
  },
};

/** Their names, in the order of the table. */
export const operationNames: readonly OperationName[] = Object.keys(operations) as OperationName[];
