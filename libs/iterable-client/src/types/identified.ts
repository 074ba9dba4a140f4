import type { ExactlyOne } from './exactly-one.js';

/**
 * The user a record is about: an e-mail address or a user id, as the project identifies its users;
 * exactly one of them. A user id has at most 52 printable ASCII characters.
 */
export type Identified = ExactlyOne<'email', 'userId'>;
