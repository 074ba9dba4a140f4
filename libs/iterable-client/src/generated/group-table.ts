// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { OperationName } from './operation-table.js';

/** What a method does: a call, or calls for all pages. */
export type GroupMethod = { readonly calls: OperationName } | { readonly pagesOf: OperationName };

/** The names of the groups. */
export type GroupName =
  | 'campaigns'
  | 'catalogs'
  | 'channels'
  | 'commerce'
  | 'email'
  | 'embeddedMessaging'
  | 'events'
  | 'experiments'
  | 'export'
  | 'inApp'
  | 'inAppWeb'
  | 'lists'
  | 'messageTypes'
  | 'metadata'
  | 'push'
  | 'sms'
  | 'snippets'
  | 'subscriptions'
  | 'templates'
  | 'users'
  | 'verify'
  | 'webhooks'
  | 'webPush'
  | 'whatsApp'
  | 'workflows';

/** The methods of the client, by group. */
export const groupTable: Readonly<Record<GroupName, Readonly<Record<string, GroupMethod>>>> = {
  campaigns: {
    list: { calls: 'campaigns' },
    each: { pagesOf: 'campaigns' },
    abort: { calls: 'campaigns/abort' },
    activateTriggered: { calls: 'campaigns/activateTriggered' },
    archive: { calls: 'campaigns/archive' },
    cancel: { calls: 'campaigns/cancel' },
    create: { calls: 'campaigns/create' },
    deactivateTriggered: { calls: 'campaigns/deactivateTriggered' },
    getMetrics: { calls: 'campaigns/metrics' },
    listChildren: { calls: 'campaigns/recurring/{id}/childCampaigns' },
    eachChild: { pagesOf: 'campaigns/recurring/{id}/childCampaigns' },
    trigger: { calls: 'campaigns/trigger' },
    schedule: { calls: 'campaigns/{campaignId}/schedule' },
    send: { calls: 'campaigns/{campaignId}/send' },
    get: { calls: 'campaigns/{id}' },
  },
  catalogs: {
    list: { calls: 'catalogs' },
    each: { pagesOf: 'catalogs' },
    delete: { calls: 'DELETE catalogs/{catalogName}' },
    create: { calls: 'POST catalogs/{catalogName}' },
    getFieldMappings: { calls: 'GET catalogs/{catalogName}/fieldMappings' },
    updateFieldMappings: { calls: 'PUT catalogs/{catalogName}/fieldMappings' },
    bulkDeleteItems: { calls: 'DELETE catalogs/{catalogName}/items' },
    listItems: { calls: 'GET catalogs/{catalogName}/items' },
    eachItem: { pagesOf: 'GET catalogs/{catalogName}/items' },
    bulkCreateItems: { calls: 'POST catalogs/{catalogName}/items' },
    deleteItem: { calls: 'DELETE catalogs/{catalogName}/items/{itemId}' },
    getItem: { calls: 'GET catalogs/{catalogName}/items/{itemId}' },
    updateItem: { calls: 'PATCH catalogs/{catalogName}/items/{itemId}' },
    replaceItem: { calls: 'PUT catalogs/{catalogName}/items/{itemId}' },
  },
  channels: { list: { calls: 'channels' } },
  commerce: {
    trackPurchase: { calls: 'commerce/trackPurchase' },
    updateCart: { calls: 'commerce/updateCart' },
  },
  email: {
    cancel: { calls: 'email/cancel' },
    target: { calls: 'email/target' },
    viewInBrowser: { calls: 'email/viewInBrowser' },
  },
  embeddedMessaging: { getMessages: { calls: 'embedded-messaging/messages' } },
  events: {
    trackEmbeddedClick: { calls: 'embedded-messaging/events/click' },
    trackEmbeddedReceived: { calls: 'embedded-messaging/events/received' },
    trackEmbeddedSession: { calls: 'embedded-messaging/events/session' },
    listByUserId: { calls: 'events/byUserId/{userId}' },
    consumeInApp: { calls: 'events/inAppConsume' },
    track: { calls: 'events/track' },
    trackBulk: { calls: 'events/trackBulk' },
    trackInAppClick: { calls: 'events/trackInAppClick' },
    trackInAppClose: { calls: 'events/trackInAppClose' },
    trackInAppDelivery: { calls: 'events/trackInAppDelivery' },
    trackInAppOpen: { calls: 'events/trackInAppOpen' },
    trackPushOpen: { calls: 'events/trackPushOpen' },
    trackWebPushClick: { calls: 'events/trackWebPushClick' },
    listByEmail: { calls: 'events/{email}' },
  },
  experiments: { getMetrics: { calls: 'experiments/metrics' } },
  export: {
    csvBytes: { calls: 'export/data.csv' },
    eachRecord: { calls: 'export/data.json' },
    listJobs: { calls: 'export/jobs' },
    start: { calls: 'export/start' },
    eachUserEvent: { calls: 'export/userEvents' },
    cancel: { calls: 'export/{jobId}' },
    listFiles: { calls: 'export/{jobId}/files' },
    eachFile: { pagesOf: 'export/{jobId}/files' },
  },
  inApp: {
    cancel: { calls: 'inApp/cancel' },
    getMessages: { calls: 'inApp/getMessages' },
    getPriorityMessage: { calls: 'inApp/getPriorityMessage' },
    target: { calls: 'inApp/target' },
  },
  inAppWeb: { getMessages: { calls: 'inApp/web/getMessages' } },
  lists: {
    list: { calls: 'GET lists' },
    create: { calls: 'POST lists' },
    eachUser: { calls: 'lists/getUsers' },
    eachPreviewUser: { calls: 'lists/previewUsers' },
    subscribe: { calls: 'lists/subscribe' },
    unsubscribe: { calls: 'lists/unsubscribe' },
    delete: { calls: 'lists/{listId}' },
    getSize: { calls: 'lists/{listId}/size' },
  },
  messageTypes: { list: { calls: 'messageTypes' } },
  metadata: {
    listTables: { calls: 'metadata' },
    deleteTable: { calls: 'DELETE metadata/{table}' },
    listEntries: { calls: 'GET metadata/{table}' },
    eachEntry: { pagesOf: 'GET metadata/{table}' },
    deleteEntry: { calls: 'DELETE metadata/{table}/{key}' },
    getEntry: { calls: 'GET metadata/{table}/{key}' },
    putEntry: { calls: 'PUT metadata/{table}/{key}' },
  },
  push: { cancel: { calls: 'push/cancel' }, target: { calls: 'push/target' } },
  sms: { cancel: { calls: 'sms/cancel' }, target: { calls: 'sms/target' } },
  snippets: {
    list: { calls: 'GET snippets' },
    create: { calls: 'POST snippets' },
    delete: { calls: 'DELETE snippets/{identifier}' },
    get: { calls: 'GET snippets/{identifier}' },
    update: { calls: 'PUT snippets/{identifier}' },
  },
  subscriptions: {
    subscribeToDoubleOptIn: { calls: 'subscriptions/subscribeToDoubleOptIn' },
    bulkUpdate: { calls: 'subscriptions/{subscriptionGroup}/{subscriptionGroupId}' },
    unsubscribeByUserId: {
      calls: 'DELETE subscriptions/{subscriptionGroup}/{subscriptionGroupId}/byUserId/{userId}',
    },
    subscribeByUserId: {
      calls: 'PATCH subscriptions/{subscriptionGroup}/{subscriptionGroupId}/byUserId/{userId}',
    },
    unsubscribeByEmail: {
      calls: 'DELETE subscriptions/{subscriptionGroup}/{subscriptionGroupId}/user/{userEmail}',
    },
    subscribeByEmail: {
      calls: 'PATCH subscriptions/{subscriptionGroup}/{subscriptionGroupId}/user/{userEmail}',
    },
  },
  templates: {
    list: { calls: 'templates' },
    each: { pagesOf: 'templates' },
    bulkDelete: { calls: 'templates/bulkDelete' },
    getEmail: { calls: 'templates/email/get' },
    previewEmail: { calls: 'templates/email/preview' },
    proofEmail: { calls: 'templates/email/proof' },
    updateEmail: { calls: 'templates/email/update' },
    upsertEmail: { calls: 'templates/email/upsert' },
    getEmbedded: { calls: 'templates/embedded/get' },
    updateEmbedded: { calls: 'templates/embedded/update' },
    upsertEmbedded: { calls: 'templates/embedded/upsert' },
    getByClientTemplateId: { calls: 'templates/getByClientTemplateId' },
    getInApp: { calls: 'templates/inapp/get' },
    previewInApp: { calls: 'templates/inapp/preview' },
    proofInApp: { calls: 'templates/inapp/proof' },
    updateInApp: { calls: 'templates/inapp/update' },
    upsertInApp: { calls: 'templates/inapp/upsert' },
    getPush: { calls: 'templates/push/get' },
    proofPush: { calls: 'templates/push/proof' },
    updatePush: { calls: 'templates/push/update' },
    upsertPush: { calls: 'templates/push/upsert' },
    getSms: { calls: 'templates/sms/get' },
    proofSms: { calls: 'templates/sms/proof' },
    updateSms: { calls: 'templates/sms/update' },
    upsertSms: { calls: 'templates/sms/upsert' },
  },
  users: {
    invalidateJwts: { calls: 'auth/jwts/invalidate' },
    bulkUpdate: { calls: 'users/bulkUpdate' },
    bulkUpdateSubscriptions: { calls: 'users/bulkUpdateSubscriptions' },
    getByUserId: { calls: 'users/byUserId' },
    deleteByUserId: { calls: 'DELETE users/byUserId/{userId}' },
    getByUserIdInPath: { calls: 'GET users/byUserId/{userId}' },
    disableDevice: { calls: 'users/disableDevice' },
    forget: { calls: 'users/forget' },
    listForgottenEmails: { calls: 'users/forgotten' },
    listForgottenUserIds: { calls: 'users/forgottenUserIds' },
    getByEmail: { calls: 'users/getByEmail' },
    getFields: { calls: 'users/getFields' },
    getSentMessages: { calls: 'users/getSentMessages' },
    merge: { calls: 'users/merge' },
    registerBrowserToken: { calls: 'users/registerBrowserToken' },
    registerDeviceToken: { calls: 'users/registerDeviceToken' },
    unforget: { calls: 'users/unforget' },
    update: { calls: 'users/update' },
    updateEmail: { calls: 'users/updateEmail' },
    updateSubscriptions: { calls: 'users/updateSubscriptions' },
    deleteByEmail: { calls: 'DELETE users/{email}' },
    getByEmailInPath: { calls: 'GET users/{email}' },
  },
  verify: { beginSms: { calls: 'verify/sms/begin' }, checkSms: { calls: 'verify/sms/check' } },
  webhooks: { list: { calls: 'GET webhooks' }, update: { calls: 'POST webhooks' } },
  webPush: { cancel: { calls: 'webPush/cancel' }, target: { calls: 'webPush/target' } },
  whatsApp: { cancel: { calls: 'whatsApp/cancel' }, target: { calls: 'whatsApp/target' } },
  workflows: {
    listJourneys: { calls: 'journeys' },
    eachJourney: { pagesOf: 'journeys' },
    trigger: { calls: 'workflows/triggerWorkflow' },
  },
};
