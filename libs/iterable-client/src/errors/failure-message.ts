import type { Failure } from '../retry/failure.js';
import type { RetryDecision } from '../retry/decide-retry.js';

/** Why a call was given up. */
export type GiveUpReason = Extract<RetryDecision, { retry: false }>['reason'];

/** What a message is made of. */
export interface MessageFacts {
  readonly operation: string;
  readonly attempts: number;
  readonly reason: GiveUpReason;
  readonly remainingMs: number;
}

const ADVICE: Readonly<Record<string, string>> = {
  BadApiKey: 'Check the API key, its type, and that it belongs to this data center.',
  BadAuthorizationHeader: 'A JWT-enabled key needs a token of the user beside it.',
  InvalidJwtPayload: "Check the secret that tokens are signed with, and this machine's clock.",
  JwtUserIdentifiersMismatched: 'The token is for another user than the body.',
  EVENT_DISALLOWED: 'The project blocks this event name: Iterable stored nothing.',
  401: 'Check the credentials and the data center.',
  'export/file 403': 'Its address is good for 30 minutes: list the files again.',
  403: 'This kind of API key may not do this.',
  413: 'Send fewer records at once.',
};

/** What was asked, what came back, and what to do. */
export function failureMessage(failure: Failure, facts: MessageFacts): string {
  const attempts = facts.attempts > 1 ? ` after ${facts.attempts} attempts` : '';
  return [`${facts.operation} failed${attempts}: ${whatHappened(failure)}`, whatNow(failure, facts)]
    .filter((part) => part !== '')
    .join(' ');
}

function whatHappened(failure: Failure): string {
  switch (failure.kind) {
    case 'timeout':
      return `no whole reply within ${failure.timeoutMs} ms.`;
    case 'network':
      return `no reply (${failure.cause.message}).`;
    case 'response':
      return failure.code === 'REDIRECT_REFUSED'
        ? `HTTP ${failure.status}, ${failure.problem}, is not followed because the request carries credentials.`
        : `HTTP ${failure.status} with ${failure.problem}; whether Iterable did the work is unknown.`;
    case 'api': {
      const code = failure.iterableCode ? ` ${failure.iterableCode}` : '';
      return `HTTP ${failure.status}${code}${failure.msg ? `: ${failure.msg}` : ''}`.replace(
        /([^.!?])$/,
        '$1.',
      );
    }
  }
}

function whatNow(failure: Failure, facts: MessageFacts): string {
  const { operation, attempts, reason, remainingMs } = facts;
  const left = seconds(Math.max(0, remainingMs));
  if (reason === 'unsafe') return 'It is not repeated: it may have been done.';
  if (reason === 'attempts' && attempts === 1) return 'It is not repeated: one attempt is allowed.';
  if (failure.kind !== 'api') return reason === 'time' ? `The call has ${left} left.` : '';
  if (reason === 'time') {
    return failure.hintMs === undefined
      ? `The call has ${left} left, less than the wait before the next attempt.`
      : `Iterable asks to wait ${seconds(failure.hintMs)}, and the call has ${left} left.`;
  }
  const keys = [
    `${operation} ${failure.status}`,
    failure.code,
    failure.iterableCode ?? '',
    failure.status,
  ];
  return keys.map((key) => ADVICE[key]).find((advice) => advice !== undefined) ?? '';
}

const seconds = (milliseconds: number): string => `${Math.ceil(milliseconds / 100) / 10} s`;
