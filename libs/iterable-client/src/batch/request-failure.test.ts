import { expect, it } from 'vitest';
import {
  ABORTED,
  BAD_HEADERS,
  HTML,
  NO_REPLY,
  NO_SLOT,
  REDIRECTED,
  TIMED_OUT,
  replied,
} from '../../test/batch-errors.js';
import { requestFailure } from './request-failure.js';

it.each([
  ['a reply that did not come in time', TIMED_OUT, 'halve-once', 'NO_REPLY', true],
  ['no reply', NO_REPLY, 'fail', 'NO_REPLY', true],
  ['a reply nobody can read', HTML, 'fail', 'UNREADABLE_REPLY', true],
  ['a redirect', REDIRECTED, 'stop', 'REQUEST_REFUSED', true],
  ['an abort', ABORTED, 'abort', 'ABORTED', false],
  ['no place under the rate limit', NO_SLOT, 'fail', 'RATE_LIMIT', true],
  ['an authenticator that gave no headers', BAD_HEADERS, 'stop', 'AUTHENTICATION', true],
])('%s', (_, error, action, code, retryable) => {
  expect(requestFailure(error)).toEqual({
    action,
    code,
    retryable,
    reason: error.message,
    iterableCode: undefined,
    params: undefined,
  });
});

it.each([
  ['an error', new RangeError('with a secret in it'), 'RangeError'],
  ['anything else', 'a secret', 'string'],
])('of an authenticator that threw %s only the kind is told', (_, thrown, name) => {
  expect(requestFailure(thrown)).toEqual({
    action: 'stop',
    code: 'AUTHENTICATION',
    retryable: true,
    reason: `The authenticator failed (${name}).`,
    iterableCode: undefined,
    params: undefined,
  });
});

it.each([
  [200, 'fail', 'REFUSED', false],
  [299, 'fail', 'REFUSED', false],
  [300, 'bisect', 'REFUSED', false],
  [400, 'bisect', 'REFUSED', false],
  [401, 'stop', 'AUTHENTICATION', true],
  [403, 'stop', 'AUTHENTICATION', true],
  [404, 'stop', 'REQUEST_REFUSED', true],
  [405, 'stop', 'REQUEST_REFUSED', true],
  [408, 'halve-once', 'SERVER_ERROR', true],
  [409, 'bisect', 'REFUSED', false],
  [413, 'halve', 'TOO_LARGE', false],
  [429, 'fail', 'RATE_LIMIT', true],
  [499, 'bisect', 'REFUSED', false],
  [500, 'fail', 'SERVER_ERROR', true],
  [501, 'fail', 'SERVER_ERROR', false],
  [503, 'fail', 'SERVER_ERROR', true],
  [504, 'halve-once', 'SERVER_ERROR', true],
])('HTTP %i', (status, action, code, retryable) => {
  expect(requestFailure(replied(status))).toMatchObject({ action, code, retryable });
});

it.each([
  ['BadApiKey', 'stop', 'AUTHENTICATION'],
  ['BadAuthorizationHeader', 'stop', 'AUTHENTICATION'],
  ['InvalidJwtPayload', 'stop', 'AUTHENTICATION'],
  ['JwtUserIdentifiersMismatched', 'stop', 'AUTHENTICATION'],
  ['Unauthorized', 'stop', 'AUTHENTICATION'],
  ['Forbidden', 'stop', 'AUTHENTICATION'],
  ['ForbiddenParamsError', 'stop', 'AUTHENTICATION'],
  ['UniqueFieldsLimitExceeded', 'stop', 'FIELDS_LIMIT'],
  ['error.lists.invalidListId', 'stop', 'REQUEST_REFUSED'],
  ['BatchTooLarge', 'halve', 'TOO_LARGE'],
  ['BadJsonBody', 'bisect', 'INVALID_DATA'],
  ['RequestFieldsTypesMismatched', 'bisect', 'INVALID_DATA'],
  ['InvalidEmailAddressError', 'bisect', 'INVALID_IDENTIFIER'],
  ['InvalidUserIdError', 'bisect', 'INVALID_IDENTIFIER'],
  ['UnknownEmailError', 'bisect', 'NOT_FOUND'],
  ['UnknownUserIdError', 'bisect', 'NOT_FOUND'],
  ['ForgottenUserError', 'bisect', 'FORGOTTEN'],
  ['EmailAlreadyExists', 'bisect', 'CONFLICT'],
  ['UserIdAlreadyExists', 'bisect', 'CONFLICT'],
  ['ExternalKeyConflict', 'bisect', 'CONFLICT'],
  ['NobodyKnows', 'bisect', 'REFUSED'],
  ['toString', 'bisect', 'REFUSED'],
])('HTTP 400 with the code %s', (iterableCode, action, code) => {
  const params = { a: 1 };
  expect(requestFailure(replied(400, { iterableCode, params }))).toMatchObject({
    action,
    code,
    iterableCode,
    params,
  });
});

it('knows a list that does not exist by the message, and by nothing like it', () => {
  const code = 'BadParams';
  const told = (msg: string): object => requestFailure(replied(400, { iterableCode: code, msg }));
  expect(told('error.lists.invalidListId: 42')).toMatchObject({ action: 'stop' });
  expect(told('invalid list')).toMatchObject({ action: 'bisect' });
});
