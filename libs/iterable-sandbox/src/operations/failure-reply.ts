import type { Operation } from '../contract/operation.js';
import type { ResponseCode } from '../contract/response-code.js';
import { envelope, type Reply } from '../http/reply.js';
import type { Failure } from '../state/failure.js';

interface Refusal {
  readonly status: number;
  readonly code: Readonly<Record<Failure['by'], ResponseCode>>;
  readonly msg: (label: string, value: string) => string;
}

const both = (code: ResponseCode): Refusal['code'] => ({ email: code, userId: code });

const REFUSALS: Readonly<Record<Failure['reason'], Refusal>> = {
  invalid: {
    status: 400,
    code: { email: 'InvalidEmailAddressError', userId: 'InvalidUserIdError' },
    msg: (label, value) => `Invalid ${label} ${value}`,
  },
  invalidData: {
    status: 400,
    code: both('BadParams'),
    msg: (label, value) =>
      `dataFields cannot change the identifiers of ${label} ${value} like this`,
  },
  notFound: {
    status: 400,
    code: { email: 'UnknownEmailError', userId: 'UnknownUserIdError' },
    msg: (label, value) => `No user with ${label} ${value}`,
  },
  conflict: {
    status: 409,
    code: both('ExternalKeyConflict'),
    msg: (label, value) => `Another identity is in the way: ${label} ${value} exists`,
  },
  forgotten: {
    status: 409,
    code: both('ForgottenUserError'),
    msg: (label, value) => `User with ${label} ${value} is forgotten`,
  },
  missing: {
    status: 400,
    code: both('BadParams'),
    msg: (label) => `${label} is required to identify a user of this project`,
  },
};

/**
 * The reply of a single-user operation to a record that cannot be written: a 400 where the usual
 * status is not documented for the operation.
 */
export function failureReply(failure: Failure, { statuses }: Operation): Reply {
  const { status, code, msg } = REFUSALS[failure.reason];
  return envelope(
    statuses.includes(status) ? status : 400,
    failure.code ?? code[failure.by],
    msg(failure.by, failure.value),
  );
}
