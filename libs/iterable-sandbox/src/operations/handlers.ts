import type { OperationName } from '../contract/operations.js';
import { eventsGetByEmail, eventsGetByUserId } from './events-get.js';
import { eventsTrackBulk } from './events-track-bulk.js';
import { eventsTrack } from './events-track.js';
import { generic } from './generic.js';
import type { Handler } from './handler.js';
import { usersBulkUpdate } from './users-bulk-update.js';
import { usersGetFields } from './users-get-fields.js';
import { usersGetByEmail, usersGetByUserId } from './users-get.js';
import { usersUpdate } from './users-update.js';

/** What the operations do. The schema of a body stands for the type that its handler takes. */
const handlers: Partial<Readonly<Record<OperationName, Handler>>> = {
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

/** What an operation does; where the sandbox does not do its work, it answers in form. */
export function handlerOf(name: OperationName): Handler {
  return handlers[name] ?? generic;
}
