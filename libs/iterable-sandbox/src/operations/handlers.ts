import type { OperationName } from '../contract/operations.js';
import { eventsGetByEmail, eventsGetByUserId } from './events-get.js';
import { eventsTrackBulk } from './events-track-bulk.js';
import { eventsTrack } from './events-track.js';
import type { Handler } from './handler.js';
import { usersBulkUpdate } from './users-bulk-update.js';
import { usersGetFields } from './users-get-fields.js';
import { usersGetByEmail, usersGetByUserId } from './users-get.js';
import { usersUpdate } from './users-update.js';

/** What each operation does. The schema of its body stands for the type that its handler takes. */
export const handlers: Readonly<Record<OperationName, Handler>> = {
  'users/update': usersUpdate as Handler,
  'users/bulkUpdate': usersBulkUpdate as Handler,
  'users/getFields': usersGetFields,
  'users/getByEmail': usersGetByEmail,
  'users/byUserId': usersGetByUserId,
  'users/{email}': usersGetByEmail,
  'users/byUserId/{userId}': usersGetByUserId,
  'events/track': eventsTrack as Handler,
  'events/trackBulk': eventsTrackBulk as Handler,
  'events/{email}': eventsGetByEmail,
  'events/byUserId/{userId}': eventsGetByUserId,
};
