import { expectTypeOf } from 'vitest';
import type {
  CampaignDetails,
  CatalogItem,
  ExportFile,
  Int64,
  IterableApiResponse,
  IterableClient,
  JsonObject,
  JsonValue,
  PushDevice,
  UserBulkUpdateResponse,
} from './index.js';

declare const iterable: IterableClient;
declare const id: Int64;
const user = { email: 'ada@example.com' };

// What is right.
expectTypeOf(iterable.campaigns.get(id)).resolves.toEqualTypeOf<CampaignDetails>();
expectTypeOf(iterable.campaigns.each()).toEqualTypeOf<AsyncIterable<CampaignDetails>>();
expectTypeOf(iterable.catalogs.eachItem('a')).toEqualTypeOf<AsyncIterable<CatalogItem>>();
expectTypeOf(iterable.export.eachFile(id)).toEqualTypeOf<AsyncIterable<ExportFile>>();
expectTypeOf(iterable.export.eachRecord({ dataTypeName: 'user' })).toEqualTypeOf<
  AsyncIterable<JsonObject>
>();
expectTypeOf(iterable.lists.eachUser({ listId: 1 })).toEqualTypeOf<AsyncIterable<string>>();
expectTypeOf(iterable.lists.getSize(1)).resolves.toEqualTypeOf<number>();
expectTypeOf(
  iterable.lists.subscribe({ listId: 1, subscribers: [user] }),
).resolves.toEqualTypeOf<UserBulkUpdateResponse>();
expectTypeOf(
  iterable.catalogs.bulkCreateItems('a', {
    documents: { 'item-1': { since: new Date(), n: 1n } },
    replaceUploadedFieldsOnly: true,
  }),
).resolves.toEqualTypeOf<IterableApiResponse>();
expectTypeOf(iterable.email.viewInBrowser({ ...user, messageId: 'm' })).resolves.toBeString();
expectTypeOf(iterable.users.invalidateJwts(user)).resolves.toEqualTypeOf<JsonValue | undefined>();
void iterable.export.start({
  dataTypeName: 'user',
  outputFormat: 'text/csv',
  startDateTime: new Date(),
  endDateTime: '2026-01-13 00:00:00',
});
void iterable.subscriptions.bulkUpdate('emailList', 1, { action: 'subscribe' }, { users: [] });
void iterable.workflows.trigger({ workflowId: 1, listId: 2 });
void iterable.sms.cancel({ scheduledMessageId: 1 });
void iterable.users.merge({ sourceUserId: '0', destinationEmail: 'a' });

// What was read can be written, and an id goes wherever an id is due.
declare const template: Awaited<ReturnType<typeof iterable.templates.getEmail>>;
void iterable.templates.updateEmail(template);
void iterable.events.track({ ...user, eventName: 'e', campaignId: id });

// Wrong fields, wrong types, missing fields.
// @ts-expect-error an unknown field
void iterable.lists.subscribe({ listId: 1, subscribers: [user], channelUnsubscribe: true });
// @ts-expect-error a text for a number
void iterable.campaigns.abort({ campaignId: '1' });
// @ts-expect-error no campaign
void iterable.email.target({ recipientEmail: 'a' });
// @ts-expect-error no list
void iterable.lists.unsubscribe({ subscribers: [user] });
// @ts-expect-error a subscriber of an unsubscription has no fields
void iterable.lists.unsubscribe({ listId: 1, subscribers: [{ ...user, dataFields: {} }] });
// @ts-expect-error documents is an object by item id
void iterable.catalogs.bulkCreateItems('a', { documents: [], replaceUploadedFieldsOnly: true });
// @ts-expect-error how to replace must be said
void iterable.catalogs.bulkCreateItems('a', { documents: {} });
// @ts-expect-error an item needs a price
void iterable.commerce.updateCart({ user, items: [{ id: '1', name: 'a', quantity: 1 }] });
// @ts-expect-error a platform that is none
const device: PushDevice = { token: 't', platform: 'iOS', applicationName: 'a' };
void iterable.users.registerDeviceToken({ ...user, device });
// @ts-expect-error a list of ids
void iterable.users.updateSubscriptions({ ...user, emailListIds: 7 });
// @ts-expect-error a type of data that is none
iterable.export.eachRecord({ dataTypeName: 'emailSends' });
// @ts-expect-error the query is required
iterable.lists.eachUser();
// @ts-expect-error an unknown parameter
void iterable.campaigns.list({ pagesize: 10 });
// @ts-expect-error no path parameter
void iterable.campaigns.get();
// @ts-expect-error a kind of subscription that is none
void iterable.subscriptions.subscribeByUserId('list', 1, '1');
// @ts-expect-error an action that is none
void iterable.subscriptions.bulkUpdate('emailList', 1, { action: 'add' }, {});
// @ts-expect-error a stream is no promise
void iterable.lists.eachUser({ listId: 1 }).then;

// Both identifiers, or neither.
// @ts-expect-error neither
void iterable.users.updateSubscriptions({ emailListIds: [] });
// @ts-expect-error both
void iterable.users.registerBrowserToken({ ...user, userId: '1', browserToken: 't' });
// @ts-expect-error neither, in a purchase
void iterable.commerce.trackPurchase({ user: {}, items: [], total: 1 });
// @ts-expect-error the user of a purchase is an object of its own
void iterable.commerce.trackPurchase({ ...user, items: [], total: 1 });
// @ts-expect-error both recipients
void iterable.push.target({ campaignId: 1, recipientEmail: 'a', recipientUserId: '1' });
// @ts-expect-error both current identifiers
void iterable.users.updateEmail({ currentEmail: 'a', currentUserId: '1', newEmail: 'b' });
// @ts-expect-error no source
void iterable.users.merge({ destinationEmail: 'a' });
// @ts-expect-error both destinations
void iterable.users.merge({ sourceEmail: 'a', destinationEmail: 'b', destinationUserId: '1' });
// @ts-expect-error neither, in a query
void iterable.inApp.getMessages({ count: 1 });
// @ts-expect-error a user or a list, not both
void iterable.workflows.trigger({ ...user, workflowId: 1, listId: 2 });
// @ts-expect-error a campaign's message to whom?
void iterable.sms.cancel({ campaignId: 1 });

// Nothing is any: no parameter, no result, no field of them.
type Leaf =
  string | number | bigint | boolean | symbol | null | undefined | Date | Uint8Array | AbortSignal;
type HasAny<T, Depth extends unknown[] = []> = 0 extends 1 & T
  ? true
  : Depth['length'] extends 5
    ? false
    : T extends Leaf
      ? false
      : T extends readonly (infer Element)[]
        ? HasAny<Element, [...Depth, 0]>
        : T extends PromiseLike<infer Value> | AsyncIterable<infer Value>
          ? HasAny<Value, [...Depth, 0]>
          : T extends (...args: infer Parameters) => infer Result
            ? HasAny<Parameters[number], [...Depth, 0]> | HasAny<Result, [...Depth, 0]>
            : T extends object
              ? { [Name in keyof T]-?: HasAny<T[Name], [...Depth, 0]> }[keyof T]
              : false;
type Groups = Omit<IterableClient, 'request' | 'statistics' | 'rateLimiter'>;

expectTypeOf<
  HasAny<{ f: (body: { a: unknown[] }) => Promise<{ b?: ReturnType<typeof JSON.parse> }> }>
>().toEqualTypeOf<boolean>();
expectTypeOf<
  { [Name in keyof Groups]: true extends HasAny<Groups[Name]> ? Name : never }[keyof Groups]
>().toBeNever();
expectTypeOf<keyof Groups>().not.toBeNever();
