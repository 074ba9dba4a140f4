import { expectTypeOf } from 'vitest';
import {
  type BatchFailureCode,
  type ClientHooks,
  type DataFields,
  IterableApiError,
  type IterableApiResponse,
  IterableClient,
  type IterableError,
  type IterableErrorCode,
  RateLimiter,
  type UserBulkUpdateResponse,
} from './index.js';

declare const iterable: IterableClient;
declare const fields: DataFields;
declare const error: IterableError;

// What is right.
new IterableClient({ apiKey: 'k' });
new IterableClient({ apiKey: 'k', dataCenter: 'eu', maxAttempts: 5, fetch: globalThis.fetch });
new IterableClient({
  auth: { method: 'jwt', headers: () => Promise.resolve({}) },
  baseUrl: 'http://[::1]',
});
expectTypeOf(iterable.users.update({ email: 'e' })).resolves.toEqualTypeOf<IterableApiResponse>();
expectTypeOf(
  iterable.users.bulkUpdate({ users: [{ userId: 'u', dataFields: fields }] }),
).resolves.toEqualTypeOf<UserBulkUpdateResponse>();
expectTypeOf(iterable.events.track({ userId: 'u', eventName: 'e', createdAt: new Date() }))
  .resolves.toHaveProperty('code')
  .toExtend<string>();
expectTypeOf(iterable.request('GET', '/api/lists')).resolves.toBeUnknown();
expectTypeOf(error.code).toEqualTypeOf<IterableErrorCode>();
if (error instanceof IterableApiError) {
  expectTypeOf(error.status).toEqualTypeOf<number>();
  expectTypeOf(error.params).toEqualTypeOf<Readonly<Record<string, unknown>> | undefined>();
}
const row = { plan: 'pro', at: new Date(), n: 1n, tags: ['a'], gone: undefined, deep: { a: null } };
void iterable.users.update({ email: 'e', dataFields: row });

new IterableClient({ apiKey: 'k', rateLimits: false });
new IterableClient({ apiKey: 'k', rateLimiter: iterable.rateLimiter });
new RateLimiter({ limits: { 'users/update': { requests: 250, periodSeconds: 1 } }, pace: true });

// Nothing is any.
expectTypeOf(iterable.rateLimiter.state()).not.toBeAny();
expectTypeOf(iterable.users.update).parameter(0).not.toBeAny();
expectTypeOf(iterable.events.track).parameter(0).not.toBeAny();
expectTypeOf<NonNullable<ClientHooks['onRetry']>>().parameter(0).not.toBeAny();
expectTypeOf(iterable.statistics()).not.toBeAny();

// Credentials and place.
// @ts-expect-error no credentials
new IterableClient({});
// @ts-expect-error both kinds of credentials
new IterableClient({ apiKey: 'k', auth: { method: 'jwt', headers: () => ({}) } });
// @ts-expect-error both a data center and an address
new IterableClient({ apiKey: 'k', dataCenter: 'us', baseUrl: 'https://example.com' });
// @ts-expect-error a data center that is none
new IterableClient({ apiKey: 'k', dataCenter: 'de' });
// @ts-expect-error an unknown option
new IterableClient({ apiKey: 'k', retries: 3 });
// @ts-expect-error a number as a text
new IterableClient({ apiKey: 'k', timeoutMs: '30000' });
// @ts-expect-error both limits and a limiter
new IterableClient({ apiKey: 'k', rateLimits: {}, rateLimiter: new RateLimiter() });
// @ts-expect-error a limit without a period
new IterableClient({ apiKey: 'k', rateLimits: { limits: { 'users/update': { requests: 5 } } } });
// @ts-expect-error an unknown option of the limits
new RateLimiter({ spread: true });
// @ts-expect-error true is no limit
new RateLimiter({ defaultLimit: true });
// @ts-expect-error an unknown hook
new IterableClient({ apiKey: 'k', hooks: { onError: () => undefined } });

// Bodies.
// @ts-expect-error neither identifier
void iterable.users.update({ dataFields: {} });
// @ts-expect-error both identifiers
void iterable.users.update({ email: 'e', userId: 'u' });
// @ts-expect-error an unknown field
void iterable.users.update({ email: 'e', datafields: {} });
// @ts-expect-error a field of the wrong type
void iterable.users.update({ email: 'e', mergeNestedObjects: 'yes' });
// @ts-expect-error a function as a value
void iterable.users.update({ email: 'e', dataFields: { f: () => 1 } });
// @ts-expect-error createNewFields belongs to the request here, not to a user
void iterable.users.bulkUpdate({ users: [{ email: 'e', createNewFields: true }] });
// @ts-expect-error no event name
void iterable.events.track({ email: 'e' });
// @ts-expect-error a time as a text
void iterable.events.track({ email: 'e', eventName: 'n', createdAt: '2026-01-13' });
// @ts-expect-error a list is due
void iterable.events.trackBulk({ events: { email: 'e', eventName: 'n' } });
// @ts-expect-error an unknown option of a call
void iterable.users.getFields({ timeout: 1 });
// @ts-expect-error a method that is none
void iterable.request('FETCH', '/api/lists');

// Many records: the caller's own record type comes back.
const rows: AsyncIterable<{ email: string; dataFields: { plan: string } }> = declared();
for await (const outcome of iterable.users.updateMany(rows, { createNewFields: false })) {
  expectTypeOf(outcome.record.dataFields.plan).toEqualTypeOf<string>();
  expectTypeOf(outcome).not.toBeAny();
  if (outcome.status === 'failed') expectTypeOf(outcome.code).toEqualTypeOf<BatchFailureCode>();
  // @ts-expect-error what was delivered has no code
  if (outcome.status === 'delivered') void outcome.code;
}
void iterable.lists.unsubscribeMany(1, [{ userId: 'u' }]);
void iterable.users.updateSubscriptionsMany([{ email: 'e', emailListIds: [1] }]);
// @ts-expect-error records without an identifier
void iterable.users.updateMany([{ dataFields: {} }]);
// @ts-expect-error a single record
void iterable.users.updateMany({ email: 'e' });
// @ts-expect-error an event without a name
void iterable.events.trackMany([{ email: 'e' }]);
// @ts-expect-error an unknown option
void iterable.users.updateMany([], { batchSize: 10 });
// @ts-expect-error an option of another method
void iterable.events.trackMany([], { createNewFields: true });
// @ts-expect-error no list
void iterable.lists.subscribeMany([{ email: 'e' }]);

declare function declared<Value>(): Value;
