import type { ResponseCode } from '../contract/response-code.js';

/** Why one record was not written. */
export interface Failure {
  readonly reason:
    | 'invalid'
    | 'invalidData'
    | 'notFound'
    | 'conflict'
    | 'forgotten'
    /** No identifier that this project type can use. */
    | 'missing';
  readonly by: 'email' | 'userId';
  /** The identifier that a bulk reply lists. For a conflict: the one that exists already. */
  readonly value: string;
  /** The code of a single reply, where it is not the usual one for the reason. */
  readonly code?: ResponseCode;
}
