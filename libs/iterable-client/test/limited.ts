import nock from 'nock';

/** What the tests of rate limits ask for, and are told. */
export const ROUTE = 'GET /api/users/getFields';
export const FIELDS = { fields: {} };
export const tooMany = { code: 'RateLimitExceeded', msg: 'Exceeded rate limit.' };

export const api = (): nock.Scope => nock('https://api.iterable.com');

/** Answers all at once: what is held back was held back by the client. */
export const answering = { fetch: async (): Promise<Response> => Response.json(FIELDS) };

export const times = <Value>(count: number, make: () => Value): Value[] =>
  Array.from({ length: count }, make);
