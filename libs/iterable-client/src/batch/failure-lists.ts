import type { BatchFailureCode } from './batch-outcome.js';
import type { IdentifierKind } from './user-key.js';

/** What it means to stand in a list of a bulk reply. */
export interface FailureList {
  /** What the list holds; `either` where its name does not tell. */
  readonly holds: IdentifierKind | 'either';
  readonly code: BatchFailureCode;
  readonly reason: string;
  readonly retryable: boolean;
  /**
   * `record`: the identifier of the failed record. `existing`: an identifier that stood in its way,
   * which may be another record's of the same request. `unclear`: nobody documents whether such a
   * record counts as failed; the counts have to say.
   */
  readonly names: 'record' | 'existing' | 'unclear';
}

const list = (
  code: BatchFailureCode,
  reason: string,
  { retryable = false, names = 'record' }: Partial<Pick<FailureList, 'retryable' | 'names'>> = {},
): Omit<FailureList, 'holds'> => ({ code, reason, retryable, names });

/** The documented beginnings of the lists' names; each ends with `Emails` or `UserIds`. */
const BEGINNINGS: Readonly<Record<string, Omit<FailureList, 'holds'>>> = {
  invalid: list('INVALID_IDENTIFIER', 'Iterable calls the identifier invalid'),
  notFound: list('NOT_FOUND', 'Iterable knows no such user'),
  invalidData: list('INVALID_DATA', 'Iterable refused a value in dataFields'),
  conflict: list('CONFLICT', 'an existing user has an identifier that this record was to set', {
    names: 'existing',
  }),
  forgotten: list('FORGOTTEN', 'the user was forgotten on request'),
  noOp: list('NO_OP', 'Iterable counted a record as failed that changes nothing', {
    names: 'unclear',
  }),
};

const INTERNAL = list('INTERNAL_ERROR', 'Iterable failed on a valid record', { retryable: true });

const UNKNOWN = list('REJECTED', 'Iterable lists the record for a reason not known here', {
  retryable: true,
});

/** The lists of `users/bulkUpdateSubscriptions` whose names follow no pattern. */
const WHOLE_NAMES: Readonly<Record<string, FailureList>> = {
  validEmailFailures: { ...INTERNAL, holds: 'email' },
  validUserIdFailures: { ...INTERNAL, holds: 'userId' },
};

const NAME = /^(.*?)(Emails|UserIds)$/;

/**
 * What a list means. One that nobody documents is one of failures where it is in `failedUpdates`;
 * elsewhere that is unclear.
 */
export function failureList(name: string, amongFailures: boolean): FailureList {
  const whole = Object.hasOwn(WHOLE_NAMES, name) ? WHOLE_NAMES[name] : undefined;
  if (whole !== undefined) return whole;
  const [, beginning = '', end] = NAME.exec(name) ?? [];
  const holds = end === undefined ? 'either' : end === 'Emails' ? 'email' : 'userId';
  const known = Object.hasOwn(BEGINNINGS, beginning) ? BEGINNINGS[beginning] : undefined;
  if (known !== undefined) return { ...known, holds };
  return { ...UNKNOWN, holds, names: amongFailures ? 'record' : 'unclear' };
}

/** Whether a list beside the counts, not in `failedUpdates`, may be one of failures. */
export const isFailureList = (name: string): boolean => /(?:Emails|UserIds|Failures)$/.test(name);

/** An event whose name the project blocks. */
export const DISALLOWED: FailureList = {
  ...list('EVENT_DISALLOWED', 'the project blocks events of this name'),
  holds: 'either',
};

/** A failure without a list. */
export const UNLISTED: FailureList = {
  ...list('REJECTED', 'Iterable counted the record as failed and gave no reason', {
    retryable: true,
  }),
  holds: 'either',
};
