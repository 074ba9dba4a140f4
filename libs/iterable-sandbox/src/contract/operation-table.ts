/**
 * Iterable's operations, as its API document (version 1.8) defines them: a line for each, by name.
 * The name is the path without `/api/`; where several methods share a path, all but `GET` stand in
 * front of it.
 *
 * A line has up to five parts with `#` between them:
 *
 * 1. method, and the keys that may call it: `user` server-side and JWT-enabled ones, `read`
 *    server-side and read-only ones, `server` only server-side ones;
 * 2. parameters: `name type`, `*` required, `/` in the path, `(1..200)` range, `=30` default;
 * 3. schema of the body;
 * 4. documented statuses, with the schema or the media type of the reply;
 * 5. rate limits and what shares them.
 *
 * Three things are not in the document: the ranges of `page`, `pageSize` and `count`, the values of
 * `action`, and that `users/getByEmail` and `users/byUserId` need their parameter.
 */
export const operationTable = {
  'auth/jwts/invalidate': 'POST server # # InvalidateJwtRequest # 400, 401',
  campaigns:
    'GET read # page int32(1..2147483647), pageSize int32(1..1000), sort string, campaignState string[] # # 200 CampaignsResponse, 401 # 100/1s project',
  'campaigns/abort': 'POST server # # CampaignIdRequest # 200 IterableApiResponse, 400, 401',
  'campaigns/activateTriggered':
    'POST server # # CampaignIdRequest # 200 IterableApiResponse, 400, 401, 403',
  'campaigns/archive':
    'POST server # # BulkArchiveCampaignRequest # 200 BulkArchiveCampaignsResponse, 400, 401, 403, 500 # 5/1s apiKey',
  'campaigns/cancel': 'POST server # # CampaignIdRequest # 200 IterableApiResponse, 400, 401',
  'campaigns/create':
    'POST server # # CreateCampaignRequest # 200 CreateCampaignResponse, 400, 401',
  'campaigns/deactivateTriggered':
    'POST server # # CampaignIdRequest # 200 IterableApiResponse, 400, 401, 403',
  'campaigns/metrics':
    'GET read # campaignId* string[], startDateTime string, endDateTime string # # 200 text/plain, 400, 401 # 10/60s project',
  'campaigns/recurring/{id}/childCampaigns':
    'GET read # /id int64, page int32(1..2147483647), pageSize int32(1..1000), sort string, campaignState string[] # # 200 CampaignsResponse, 400, 401 # 100/1s project',
  'campaigns/trigger':
    'POST server # # TriggerCampaignRequest # 200 IterableApiResponse, 400, 401, 429',
  'campaigns/{campaignId}/schedule':
    'POST server # /campaignId int64 # ScheduleCampaignRequest # 200 IterableApiResponse, 400, 401, 403',
  'campaigns/{campaignId}/send':
    'POST server # /campaignId int64 # # 200 IterableApiResponse, 400, 401',
  'campaigns/{id}': 'GET read # /id int64 # # 200 CampaignDetails, 400, 401, 404 # 100/1s project',
  catalogs:
    'GET server # page int32(1..2147483647), pageSize int32(1..1000) # # 200 GetCatalogsResponse, 400, 401 # 100/1s apiKey',
  'DELETE catalogs/{catalogName}': 'DELETE server # # # 200 IterableApiResponse, 400, 401',
  'POST catalogs/{catalogName}': 'POST server # # # 200 IterableApiResponse, 201, 400, 401, 500',
  'catalogs/{catalogName}/fieldMappings':
    'GET server # # # 200 CatalogFieldMappingsResponse, 400, 401, 404',
  'PUT catalogs/{catalogName}/fieldMappings':
    'PUT server # # CatalogMappingsUpdateRequest # 200, 400, 401',
  'DELETE catalogs/{catalogName}/items':
    'DELETE server # # CatalogBulkDeleteRequest # 200 IterableApiResponse, 202, 400, 401',
  'catalogs/{catalogName}/items':
    'GET server # page int32(1..2147483647), pageSize int32(1..1000), orderBy string, sortAscending boolean # # 200 GetCatalogItemsResponse, 400, 401, 404, 500 # 100/1s apiKey',
  'POST catalogs/{catalogName}/items':
    'POST server # # CatalogBulkUploadRequest # 200 IterableApiResponse, 202, 400, 401, 404, 500 # 100/1s apiKey',
  'DELETE catalogs/{catalogName}/items/{itemId}':
    'DELETE server # # # 200 IterableApiResponse, 202, 400, 401',
  'catalogs/{catalogName}/items/{itemId}':
    'GET server # # # 200 CatalogItemWithProperties, 400, 401, 404',
  'PATCH catalogs/{catalogName}/items/{itemId}':
    'PATCH server # # CatalogUpdateItemRequest # 200 IterableApiResponse, 202, 400, 401',
  'PUT catalogs/{catalogName}/items/{itemId}':
    'PUT server # # CatalogIndexItemRequest # 200 IterableApiResponse, 202, 400, 401, 500 # 1000/1s apiKey',
  channels: 'GET read # # # 200 ChannelsResponse, 401 # 100/1s project',
  'commerce/trackPurchase':
    'POST user # # TrackPurchaseRequest # 200 IterableApiResponse, 400, 401, 409',
  'commerce/updateCart': 'POST user # # UpdateCartRequest # 200 IterableApiResponse, 400, 401, 409',
  'email/cancel':
    'POST server # # CancelScheduledMessageRequest # 200 IterableApiResponse, 400, 401',
  'email/target': 'POST server # # TargetEmailRequest # 200 IterableApiResponse, 400, 401',
  'email/viewInBrowser':
    'GET server # email string, userId string, messageId* string # # 200 text/plain, 400, 401, 404, 422 # 100/1s project',
  'embedded-messaging/events/click': 'POST user # # EmbeddedClickRequest # 400, 401',
  'embedded-messaging/events/received': 'POST user # # EmbeddedReceivedRequest # 400, 401',
  'embedded-messaging/events/session': 'POST user # # EmbeddedSessionRequest # 400, 401',
  'embedded-messaging/messages':
    'GET user # email string, userId string, platform string, sdkVersion string, packageName string, placementIds string[], currentMessageIds string[] # # 200 EmbeddedMessagesResponse, 400, 401',
  'events/byUserId/{userId}':
    'GET server # limit int32(1..200)=30 # # 200 GetEventsResponse, 400, 401 # 100/1s project',
  'events/inAppConsume': 'POST user # # InAppConsumeRequest # 200 IterableApiResponse, 400, 401',
  'events/track':
    'POST user # # TrackRequest # 200 IterableApiResponse, 400, 401 # 2000/1s project',
  'events/trackBulk':
    'POST server # # BulkTrackRequest # 200 BulkTrackResponse, 400, 401 # 10/1s project',
  'events/trackInAppClick': 'POST user # # InAppClickRequest # 200 IterableApiResponse, 400, 401',
  'events/trackInAppClose': 'POST user # # InAppCloseRequest # 200 IterableApiResponse, 400, 401',
  'events/trackInAppDelivery':
    'POST user # # InAppDeliveryRequest # 200 IterableApiResponse, 400, 401',
  'events/trackInAppOpen': 'POST user # # InAppOpenRequest # 200 IterableApiResponse, 400, 401',
  'events/trackPushOpen': 'POST user # # TrackPushOpenRequest # 200 IterableApiResponse, 400, 401',
  'events/trackWebPushClick':
    'POST user # # WebPushClickEventRequest # 200 IterableApiResponse, 400, 401',
  'events/{email}':
    'GET server # limit int32(1..200)=30 # # 200 GetEventsResponse, 400, 401 # 100/1s project',
  'experiments/metrics':
    'GET read # experimentId string[], campaignId string[], startDateTime string, endDateTime string # # 200 text/csv, 400, 401',
  'export/data.csv':
    "GET server # dataTypeName* DataTypeName, range 'Today' | 'Yesterday' | 'BeforeToday' | 'All', delimiter string, startDateTime string, endDateTime string, omitFields string, onlyFields string[], campaignId int64 # # 200 text/csv, 400, 401, 429 # 4/60s project",
  'export/data.json':
    "GET server # dataTypeName* DataTypeName, range 'Today' | 'Yesterday' | 'BeforeToday' | 'All', startDateTime string, endDateTime string, omitFields string, onlyFields string[], campaignId int64 # # 200 application/x-json-stream, 400, 401, 429 # 4/60s project",
  'export/jobs': 'GET server # jobState string # # 200 JobsResponse',
  'export/start':
    'POST server # # StartExportRequest # 200 StartExportResponse # 1/1s organization',
  'export/userEvents':
    'GET server # email string, userId string, includeCustomEvents boolean # # 200 application/x-json-stream, 400, 401, 429',
  'export/{jobId}': 'DELETE server # /jobId int64 # # # 1/1s project',
  'export/{jobId}/files':
    'GET server # /jobId int64, startAfter string # # 200 ExportJobStatusAndFiles # 1/1s organization',
  'inApp/cancel':
    'POST server # # CancelScheduledMessageRequest # 200 IterableApiResponse, 400, 401',
  'inApp/getMessages':
    "GET user # email string, userId string, count* int32(1..100), platform 'iOS' | 'Android' | 'Web' | 'OTT', SDKVersion string, packageName string # # 200 ApiInAppMessagesResponse, 400, 401",
  'inApp/getPriorityMessage':
    "GET user # email string, userId string, platform 'iOS' | 'Android' | 'Web' | 'OTT', SDKVersion string, packageName string # # 200 ApiInAppMessagesResponse, 400, 401",
  'inApp/target': 'POST server # # TargetInAppRequest # 200 IterableApiResponse, 400, 401',
  'inApp/web/getMessages':
    'GET user # email string, userId string, count* int32(1..100), SDKVersion string, packageName string # # 200 ApiInAppMessagesResponse, 400, 401',
  journeys:
    'GET read # page int32(1..2147483647), pageSize int32(1..1000), sort string, state string[] # # 200 GetJourneysResponse, 400, 401',
  lists: 'GET read # # # 200 GetListsResponse, 400, 401 # 100/1s project',
  'POST lists': 'POST server # # CreateListRequest # 200 CreateListResponse, 400, 401',
  'lists/getUsers':
    'GET read # listId* int64, preferUserId boolean # # 200 text/plain, 400, 401, 503 # 5/60s project',
  'lists/previewUsers':
    'GET read # listId* int64, preferUserId boolean, size int32 # # 200 text/plain, 400, 401, 503 # 5/60s project',
  'lists/subscribe': 'POST server # # SubscribeRequest # 200 UserBulkUpdateListResponse, 400, 401',
  'lists/unsubscribe':
    'POST server # # UnsubscribeRequest # 200 UserBulkUpdateListResponse, 400, 401',
  'lists/{listId}': 'DELETE server # /listId int64 # # 200 IterableApiResponse, 400, 401, 409',
  'lists/{listId}/size':
    'GET read # /listId int64 # # 200 text/plain, 400, 401, 503 # 5/60s project',
  messageTypes: 'GET read # # # 200 MessageTypesResponse, 401 # 100/1s project',
  metadata: 'GET read # # # 200 ListMetadataTablesResponse, 401',
  'DELETE metadata/{table}': 'DELETE server # # # 200 IterableApiResponse, 400, 401',
  'metadata/{table}': 'GET read # nextMarker string # # 200 Listing, 400, 401',
  'DELETE metadata/{table}/{key}': 'DELETE server # # # 200 IterableApiResponse, 400, 401',
  'metadata/{table}/{key}': 'GET read # # # 200 MetadataWithProperties, 400, 401, 404',
  'PUT metadata/{table}/{key}':
    'PUT server # # PutMetadataRequest # 200 IterableApiResponse, 400, 401',
  'push/cancel':
    'POST server # # CancelScheduledMessageRequest # 200 IterableApiResponse, 400, 401',
  'push/target': 'POST server # # TargetPushRequest # 200 IterableApiResponse, 400, 401',
  'sms/cancel': 'POST server # # CancelScheduledMessageRequest # 200 IterableApiResponse, 400, 401',
  'sms/target': 'POST server # # TargetSMSRequest # 200 IterableApiResponse, 400, 401',
  snippets: 'GET server # # # 200 GetSnippetsResponse, 401, 403, 500',
  'POST snippets':
    'POST server # # CreateSnippetRequest # 200 CreateSnippetResponse, 201 CreateSnippetResponse, 400, 401, 403, 500',
  'DELETE snippets/{identifier}':
    'DELETE server # # # 200 DeleteSnippetResponse, 400, 401, 403, 404, 500',
  'snippets/{identifier}': 'GET server # # # 200 GetSnippetResponse, 400, 401, 403, 404, 500',
  'PUT snippets/{identifier}':
    'PUT server # # UpdateSnippetRequest # 200 UpdateSnippetResponse, 201 UpdateSnippetResponse, 400, 401, 403, 404, 500',
  'subscriptions/subscribeToDoubleOptIn':
    'POST server # # DoubleOptInSubscriptionsRequest # 202, 400, 401, 404, 500',
  'subscriptions/{subscriptionGroup}/{subscriptionGroupId}':
    "PUT server # /subscriptionGroupId int64, action* 'subscribe' | 'unsubscribe' # BulkSubscriptionActionRequest # 200 IterableApiResponse, 202, 400, 401, 404, 409",
  'DELETE subscriptions/{subscriptionGroup}/{subscriptionGroupId}/byUserId/{userId}':
    'DELETE server # /subscriptionGroupId int64 # # 200 IterableApiResponse, 202, 400, 401, 404, 409',
  'PATCH subscriptions/{subscriptionGroup}/{subscriptionGroupId}/byUserId/{userId}':
    'PATCH server # /subscriptionGroupId int64 # # 200 IterableApiResponse, 202, 400, 401, 404, 409',
  'DELETE subscriptions/{subscriptionGroup}/{subscriptionGroupId}/user/{userEmail}':
    'DELETE server # /subscriptionGroupId int64 # # 200 IterableApiResponse, 202, 400, 401, 404, 409',
  'PATCH subscriptions/{subscriptionGroup}/{subscriptionGroupId}/user/{userEmail}':
    'PATCH server # /subscriptionGroupId int64 # # 200 IterableApiResponse, 202, 400, 401, 404, 409',
  templates:
    "GET read # templateType 'Base' | 'Blast' | 'Triggered' | 'Workflow', messageMedium 'Email' | 'Push' | 'InApp' | 'SMS', startDateTime string, endDateTime string, page int32(1..2147483647), pageSize int32(1..1000), sort string # # 200 GetTemplatesResponse, 400, 401 # 100/1s project",
  'templates/bulkDelete':
    'POST server # # BulkDeleteTemplatesRequest # 200 BulkDeleteTemplatesResponse, 400, 401, 403, 500',
  'templates/email/get':
    'GET read # templateId* int64, locale string # # 200 ApiEmailTemplateModel, 400, 401, 404 # 100/1s project',
  'templates/email/preview':
    'POST server # templateId* int64, locale string # TemplatePreviewRequest # 200 text/plain, 400, 401, 404 # 10/1s project',
  'templates/email/proof':
    'POST server # # TemplateProofRequest # 200 IterableApiResponse, 400, 401 # 20/1s apiKey',
  'templates/email/update':
    'POST server # # ApiEmailTemplateModel # 200 IterableApiResponse, 400, 401',
  'templates/email/upsert':
    'POST server # # UpsertEmailTemplateModel # 200 IterableApiResponse, 400, 401',
  'templates/embedded/get':
    'GET read # templateId* int64, locale string # # 200 ApiEmbeddedTemplateModel, 400, 401, 404 # 100/1s project',
  'templates/embedded/update':
    'POST server # # ApiEmbeddedTemplateModel # 200 IterableApiResponse, 400, 401',
  'templates/embedded/upsert':
    'POST server # # UpsertEmbeddedTemplateModel # 200 IterableApiResponse, 400, 401',
  'templates/getByClientTemplateId':
    'GET read # clientTemplateId* string # # 200 ClientTemplateIdResponse, 400, 401 # 100/1s project',
  'templates/inapp/get':
    'GET read # templateId* int64, locale string # # 200 ApiInAppTemplateModel, 400, 401, 404',
  'templates/inapp/preview':
    'POST server # templateId* int64, locale string # TemplatePreviewRequest # 200 text/plain, 400, 401, 404 # 10/1s project',
  'templates/inapp/proof':
    'POST server # # TemplateProofRequest # 200 IterableApiResponse, 400, 401 # 20/1s apiKey',
  'templates/inapp/update':
    'POST server # # ApiInAppTemplateModel # 200 IterableApiResponse, 400, 401',
  'templates/inapp/upsert':
    'POST server # # UpsertInAppTemplateModel # 200 IterableApiResponse, 400, 401',
  'templates/push/get':
    'GET read # templateId* int64, locale string # # 200 ApiPushTemplateModel, 400, 401, 404 # 100/1s project',
  'templates/push/proof':
    'POST server # # TemplateProofRequest # 200 IterableApiResponse, 400, 401 # 20/1s apiKey',
  'templates/push/update':
    'POST server # # ApiPushTemplateModel # 200 IterableApiResponse, 400, 401',
  'templates/push/upsert':
    'POST server # # UpsertPushTemplateModel # 200 IterableApiResponse, 400, 401',
  'templates/sms/get':
    'GET read # templateId* int64, locale string # # 200 ApiSMSTemplateModel, 400, 401, 404 # 100/1s project',
  'templates/sms/proof':
    'POST server # # TemplateProofRequest # 200 IterableApiResponse, 400, 401 # 20/1s apiKey',
  'templates/sms/update': 'POST server # # ApiSMSTemplateModel # 200 IterableApiResponse, 400, 401',
  'templates/sms/upsert':
    'POST server # # UpsertSMSTemplateModel # 200 IterableApiResponse, 400, 401',
  'users/bulkUpdate':
    'POST server # # BulkUpdateUsersRequest # 200 UserBulkUpdateListResponse, 400, 401 # 5/1s project',
  'users/bulkUpdateSubscriptions':
    'POST server # # BulkUpdateSubscriptionsRequest # 200 BulkUpdateSubscriptionsResponse, 400, 401, 409',
  'users/byUserId': 'GET server # userId* string # # 200 UserResponse, 400, 401 # 100/1s project',
  'DELETE users/byUserId/{userId}':
    'DELETE server # # # 200 IterableApiResponse, 400, 401 # 100/1s project',
  'users/byUserId/{userId}': 'GET server # # # 200 UserResponse, 400, 401 # 100/1s project',
  'users/disableDevice': 'POST user # # DisableDeviceRequest # 200 IterableApiResponse, 400, 401',
  'users/forget':
    'POST server # # UserRequest # 200 IterableApiResponse, 400, 401 # 3/1s 1000/86400s project',
  'users/forgotten': 'GET server # # # 200 GetForgottenUserEmailsResponse, 400, 401 # 3/1s project',
  'users/forgottenUserIds':
    'GET server # # # 200 GetForgottenUserIdsResponse, 400, 401 # 3/1s project',
  'users/getByEmail': 'GET server # email* string # # 200 UserResponse, 400, 401 # 100/1s project',
  'users/getFields': 'GET read # # # 200 GetUserFieldsResponse, 400, 401 # 3/1s project',
  'users/getSentMessages':
    "GET server # email string, userId string, limit int32(10..1000)=10, campaignIds string[], startDateTime string, endDateTime string, excludeBlastCampaigns boolean, messageMedium 'Email' | 'Push' | 'InApp' | 'SMS' # # 200 GetSentMessagesResponse, 400, 401 # 3/1s project",
  'users/merge':
    'POST user # # MergeUsersRequest # 200 IterableApiResponse, 400, 401, 403, 409 # 50/1s apiKey',
  'users/registerBrowserToken':
    'POST user # # RegisterBrowserTokenRequest # 200 IterableApiResponse, 400, 401, 409',
  'users/registerDeviceToken':
    'POST user # # RegisterDeviceTokenRequest # 200 IterableApiResponse, 400, 401, 409 # 500/1s project',
  'users/unforget':
    'POST server # # UserRequest # 200 IterableApiResponse, 400, 401 # 3/1s 1000/86400s project',
  'users/update':
    'POST user # # ApiUserUpdateRequest # 200 IterableApiResponse, 400, 401, 409 # 500/1s project',
  'users/updateEmail': 'POST user # # UpdateEmailRequest # 200 IterableApiResponse, 400, 401, 409',
  'users/updateSubscriptions':
    'POST user # # UpdateSubscriptionsRequest # 200 IterableApiResponse, 400, 401, 409',
  'DELETE users/{email}': 'DELETE server # # # 200 IterableApiResponse, 400, 401 # 100/1s project',
  'users/{email}': 'GET server # # # 200 UserResponse, 400, 401 # 100/1s project',
  'verify/sms/begin':
    'POST server # # BeginSmsVerificationRequest # 200 IterableApiResponse, 400, 401',
  'verify/sms/check':
    'POST server # # CheckSmsVerificationRequest # 200 IterableApiResponse, 400, 401',
  'webPush/cancel':
    'POST server # # CancelScheduledMessageRequest # 200 IterableApiResponse, 400, 401',
  'webPush/target': 'POST server # # TargetWebPushRequest # 200 IterableApiResponse, 400, 401',
  webhooks: 'GET server # # # 200 GetWebhooksResponse, 401',
  'POST webhooks': 'POST server # # ApiWebhookModel # 200 ApiWebhookResponse, 400, 401',
  'whatsApp/cancel':
    'POST server # # CancelScheduledMessageRequest # 200 IterableApiResponse, 400, 401',
  'whatsApp/target': 'POST server # # TargetWhatsAppRequest # 200 IterableApiResponse, 400, 401',
  'workflows/triggerWorkflow':
    'POST server # # TriggerWorkflowRequest # 200 IterableApiResponse, 400, 401',
} as const;
