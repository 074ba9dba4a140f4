import type { OperationName } from '../contract/operations.js';
import * as campaigns from './campaigns/campaigns.js';
import { channelsGet, messageTypesGet } from './campaigns/channels.js';
import { messageEvent, target } from './campaigns/target.js';
import * as catalogs from './catalogs/catalogs.js';
import * as items from './catalogs/items.js';
import { commerceTrackPurchase, commerceUpdateCart } from './commerce/commerce.js';
import { eventsGetByEmail, eventsGetByUserId } from './events-get.js';
import { eventsTrackBulk } from './events-track-bulk.js';
import { eventsTrack } from './events-track.js';
import * as exports from './export/export.js';
import { generic } from './generic.js';
import type { Handler } from './handler.js';
import * as lists from './lists/lists.js';
import { listsSubscribe, listsUnsubscribe } from './lists/subscribe.js';
import * as metadata from './metadata/metadata.js';
import * as subscriptions from './subscriptions/subscriptions.js';
import * as snippets from './templates/snippets.js';
import * as templates from './templates/templates.js';
import { webhooksGet, webhooksPut } from './templates/webhooks.js';
import { usersBulkUpdate } from './users-bulk-update.js';
import { usersGetFields } from './users-get-fields.js';
import { usersGetByEmail, usersGetByUserId } from './users-get.js';
import { usersUpdate } from './users-update.js';
import { usersDeleteByEmail, usersDeleteByUserId } from './users/delete.js';
import * as devices from './users/devices.js';
import * as forget from './users/forget.js';
import { usersMerge } from './users/merge.js';
import { usersGetSentMessages } from './users/sent-messages.js';
import { usersUpdateEmail } from './users/update-email.js';
import {
  usersBulkUpdateSubscriptions,
  usersUpdateSubscriptions,
} from './users/update-subscriptions.js';

/** A handler as the table holds it: the schema of a body stands for the type that it takes. */
const as = <Body>(handler: Handler<Body>): Handler => handler as Handler;

const { campaignMove } = campaigns;

/** What the operations do. */
const handlers: Partial<Readonly<Record<OperationName, Handler>>> = {
  'auth/jwts/invalidate': as(forget.jwtsInvalidate),
  campaigns: campaigns.campaignsGet,
  'campaigns/abort': campaignMove('Aborted'),
  'campaigns/activateTriggered': campaignMove('Running'),
  'campaigns/archive': as(campaigns.campaignsArchive),
  'campaigns/cancel': campaignMove('Ready', ['Scheduled', 'Recurring']),
  'campaigns/create': as(campaigns.campaignsCreate),
  'campaigns/deactivateTriggered': campaignMove('Finished'),
  'campaigns/metrics': campaigns.campaignsMetrics,
  'campaigns/recurring/{id}/childCampaigns': campaigns.campaignsGet,
  'campaigns/trigger': as(campaigns.campaignsTrigger),
  'campaigns/{campaignId}/schedule': campaignMove('Scheduled'),
  'campaigns/{campaignId}/send': campaignMove('Finished'),
  'campaigns/{id}': campaigns.campaignGet,
  catalogs: catalogs.catalogsGet,
  'DELETE catalogs/{catalogName}': catalogs.catalogsDelete,
  'POST catalogs/{catalogName}': catalogs.catalogsCreate,
  'catalogs/{catalogName}/fieldMappings': catalogs.catalogsGetMappings,
  'PUT catalogs/{catalogName}/fieldMappings': as(catalogs.catalogsPutMappings),
  'catalogs/{catalogName}/items': items.itemsGet,
  'POST catalogs/{catalogName}/items': as(items.itemsPost),
  'DELETE catalogs/{catalogName}/items': as(items.itemsDelete),
  'catalogs/{catalogName}/items/{itemId}': items.itemGet,
  'PUT catalogs/{catalogName}/items/{itemId}': as(items.itemPut),
  'PATCH catalogs/{catalogName}/items/{itemId}': as(items.itemPatch),
  'DELETE catalogs/{catalogName}/items/{itemId}': items.itemDelete,
  channels: channelsGet,
  'commerce/trackPurchase': as(commerceTrackPurchase),
  'commerce/updateCart': as(commerceUpdateCart),
  'email/target': as(target('emailSend', 'Email')),
  'embedded-messaging/events/click': messageEvent('embeddedClick'),
  'embedded-messaging/events/received': messageEvent('embeddedReceived'),
  'embedded-messaging/events/session': messageEvent('embeddedSession'),
  'embedded-messaging/messages': () => ({ status: 200, body: { placements: [] } }),
  'events/byUserId/{userId}': eventsGetByUserId,
  'events/inAppConsume': messageEvent('inAppDelete'),
  'events/track': as(eventsTrack),
  'events/trackBulk': as(eventsTrackBulk),
  'events/trackInAppClick': messageEvent('inAppClick'),
  'events/trackInAppClose': messageEvent('inAppClose'),
  'events/trackInAppDelivery': messageEvent('inAppDelivery'),
  'events/trackInAppOpen': messageEvent('inAppOpen'),
  'events/trackPushOpen': messageEvent('pushOpen'),
  'events/trackWebPushClick': messageEvent('webPushClick'),
  'events/{email}': eventsGetByEmail,
  'export/data.csv': exports.exportData,
  'export/data.json': exports.exportData,
  'export/jobs': exports.exportJobs,
  'export/start': as(exports.exportStart),
  'export/userEvents': exports.exportUserEvents,
  'export/{jobId}': exports.exportCancel,
  'export/{jobId}/files': exports.exportFiles,
  'inApp/target': as(target('inAppSend', 'InApp')),
  lists: lists.listsGet,
  'POST lists': as(lists.listsCreate),
  'lists/getUsers': lists.listsGetUsers,
  'lists/previewUsers': lists.listsGetUsers,
  'lists/subscribe': as(listsSubscribe),
  'lists/unsubscribe': as(listsUnsubscribe),
  'lists/{listId}': lists.listsDelete,
  'lists/{listId}/size': lists.listsSize,
  messageTypes: messageTypesGet,
  metadata: metadata.metadataTables,
  'metadata/{table}': metadata.metadataList,
  'DELETE metadata/{table}': metadata.metadataDeleteTable,
  'metadata/{table}/{key}': metadata.metadataGet,
  'PUT metadata/{table}/{key}': as(metadata.metadataPut),
  'DELETE metadata/{table}/{key}': metadata.metadataDelete,
  'push/target': as(target('pushSend', 'Push')),
  'sms/target': as(target('smsSend', 'SMS')),
  snippets: snippets.snippetsGet,
  'POST snippets': as(snippets.snippetsCreate),
  'snippets/{identifier}': snippets.snippetGet,
  'PUT snippets/{identifier}': as(snippets.snippetPut),
  'DELETE snippets/{identifier}': snippets.snippetDelete,
  'subscriptions/subscribeToDoubleOptIn': subscriptions.subscribeToDoubleOptIn,
  'subscriptions/{subscriptionGroup}/{subscriptionGroupId}': as(subscriptions.subscriptionsBulk),
  'PATCH subscriptions/{subscriptionGroup}/{subscriptionGroupId}/user/{userEmail}':
    subscriptions.subscriptionsOne,
  'DELETE subscriptions/{subscriptionGroup}/{subscriptionGroupId}/user/{userEmail}':
    subscriptions.subscriptionsOne,
  'PATCH subscriptions/{subscriptionGroup}/{subscriptionGroupId}/byUserId/{userId}':
    subscriptions.subscriptionsOne,
  'DELETE subscriptions/{subscriptionGroup}/{subscriptionGroupId}/byUserId/{userId}':
    subscriptions.subscriptionsOne,
  templates: templates.templatesGet,
  'templates/bulkDelete': as(templates.templatesBulkDelete),
  'templates/getByClientTemplateId': templates.templatesGetByClientId,
  'templates/email/get': templates.templateGet('Email'),
  'templates/email/preview': templates.templatePreview('Email'),
  'templates/email/proof': templates.templateProof('Email'),
  'templates/email/update': templates.templateUpdate('Email'),
  'templates/email/upsert': templates.templateUpsert('Email'),
  'templates/embedded/get': templates.templateGet('Embedded'),
  'templates/embedded/update': templates.templateUpdate('Embedded'),
  'templates/embedded/upsert': templates.templateUpsert('Embedded'),
  'templates/inapp/get': templates.templateGet('InApp'),
  'templates/inapp/preview': templates.templatePreview('InApp'),
  'templates/inapp/proof': templates.templateProof('InApp'),
  'templates/inapp/update': templates.templateUpdate('InApp'),
  'templates/inapp/upsert': templates.templateUpsert('InApp'),
  'templates/push/get': templates.templateGet('Push'),
  'templates/push/proof': templates.templateProof('Push'),
  'templates/push/update': templates.templateUpdate('Push'),
  'templates/push/upsert': templates.templateUpsert('Push'),
  'templates/sms/get': templates.templateGet('SMS'),
  'templates/sms/proof': templates.templateProof('SMS'),
  'templates/sms/update': templates.templateUpdate('SMS'),
  'templates/sms/upsert': templates.templateUpsert('SMS'),
  'users/bulkUpdate': as(usersBulkUpdate),
  'users/bulkUpdateSubscriptions': as(usersBulkUpdateSubscriptions),
  'users/byUserId': usersGetByUserId,
  'users/byUserId/{userId}': usersGetByUserId,
  'DELETE users/byUserId/{userId}': usersDeleteByUserId,
  'users/disableDevice': as(devices.usersDisableDevice),
  'users/forget': as(forget.usersForget),
  'users/forgotten': forget.usersForgotten,
  'users/forgottenUserIds': forget.usersForgottenUserIds,
  'users/getByEmail': usersGetByEmail,
  'users/getFields': usersGetFields,
  'users/getSentMessages': usersGetSentMessages,
  'users/merge': as(usersMerge),
  'users/registerBrowserToken': as(devices.usersRegisterBrowser),
  'users/registerDeviceToken': as(devices.usersRegisterDevice),
  'users/unforget': as(forget.usersUnforget),
  'users/update': as(usersUpdate),
  'users/updateEmail': as(usersUpdateEmail),
  'users/updateSubscriptions': as(usersUpdateSubscriptions),
  'users/{email}': usersGetByEmail,
  'DELETE users/{email}': usersDeleteByEmail,
  'webPush/target': as(target('webPushSend', 'WebPush')),
  webhooks: webhooksGet,
  'POST webhooks': as(webhooksPut),
  'whatsApp/target': as(target('whatsAppSend', 'WhatsApp')),
};

/** What an operation does; where the sandbox does not do its work, it answers in form. */
export function handlerOf(name: OperationName): Handler {
  return handlers[name] ?? generic;
}
