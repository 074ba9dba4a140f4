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
  ['a reply that did not come in time', TIMED_OUT, 'halve-once', 'no-reply', true],
  ['no reply', NO_REPLY, 'fail', 'no-reply', true],
  ['a reply nobody can read', HTML, 'fail', 'unreadable-reply', true],
  ['a redirect', REDIRECTED, 'stop', 'request-refused', true],
  ['an abort', ABORTED, 'abort', 'aborted', false],
  ['no place under the rate limit', NO_SLOT, 'fail', 'rate-limit', true],
  ['an authenticator that gave no headers', BAD_HEADERS, 'stop', 'authentication', true],
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
    code: 'authentication',
    retryable: true,
    reason: `The authenticator failed (${name}).`,
    iterableCode: undefined,
    params: undefined,
  });
});

it.each([
  [200, 'fail', 'refused', false],
  [299, 'fail', 'refused', false],
  [300, 'bisect', 'refused', false],
  [400, 'bisect', 'refused', false],
  [401, 'stop', 'authentication', true],
  [403, 'stop', 'authentication', true],
  [404, 'stop', 'request-refused', true],
  [405, 'stop', 'request-refused', true],
  [408, 'halve-once', 'server-error', true],
  [409, 'bisect', 'refused', false],
  [413, 'halve', 'too-large', false],
  [429, 'fail', 'rate-limit', true],
  [499, 'bisect', 'refused', false],
  [500, 'fail', 'server-error', true],
  [501, 'fail', 'server-error', false],
  [503, 'fail', 'server-error', true],
  [504, 'halve-once', 'server-error', true],
])('HTTP %i', (status, action, code, retryable) => {
  expect(requestFailure(replied(status))).toMatchObject({ action, code, retryable });
});

it.each([
  ['BadApiKey', 'stop', 'authentication'],
  ['BadAuthorizationHeader', 'stop', 'authentication'],
  ['InvalidJwtPayload', 'stop', 'authentication'],
  ['JwtUserIdentifiersMismatched', 'stop', 'authentication'],
  ['Unauthorized', 'stop', 'authentication'],
  ['Forbidden', 'stop', 'authentication'],
  ['ForbiddenParamsError', 'stop', 'authentication'],
  ['UniqueFieldsLimitExceeded', 'stop', 'fields-limit'],
  ['error.lists.invalidListId', 'stop', 'request-refused'],
  ['BatchTooLarge', 'halve', 'too-large'],
  ['BadJsonBody', 'bisect', 'invalid-data'],
  ['RequestFieldsTypesMismatched', 'bisect', 'invalid-data'],
  ['InvalidEmailAddressError', 'bisect', 'invalid-identifier'],
  ['InvalidUserIdError', 'bisect', 'invalid-identifier'],
  ['UnknownEmailError', 'bisect', 'not-found'],
  ['UnknownUserIdError', 'bisect', 'not-found'],
  ['ForgottenUserError', 'bisect', 'forgotten'],
  ['EmailAlreadyExists', 'bisect', 'conflict'],
  ['UserIdAlreadyExists', 'bisect', 'conflict'],
  ['ExternalKeyConflict', 'bisect', 'conflict'],
  ['NobodyKnows', 'bisect', 'refused'],
  ['toString', 'bisect', 'refused'],
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
