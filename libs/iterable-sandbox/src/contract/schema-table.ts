/**
 * The schemas of Iterable's API document (version 1.8) that its operations name: `field type`, `*`
 * required, `[]` array, quoted texts the values of an enumeration, a capital letter another schema.
 * `object` is any object, `number` and `double` any number. Where the document shows the inside of a
 * class of Iterable's server (`JsObject`, `JobState`) or lost a type (`placementId`), what its JSON
 * must be stands here. `listIds` of a new campaign are not required: Iterable's own client makes
 * triggered campaigns without.
 */
export const schemaTable = {
  Action: 'data string, type string',
  ActionIcon: 'iconType* ActionIconType, imageName* string',
  ActionIconType: 'object',
  ApiEmailTemplateModel:
    'bccEmails string[], cacheDataFeed boolean, campaignDataFields object, ccEmails string[], clientTemplateId string, creatorUserId string, dataFeedId number, dataFeedIds number[], fromEmail string, fromName string, googleAnalyticsCampaignName string, html string, isDefaultLocale boolean, linkParams LinkParam[], locale string, mergeDataFeedContext boolean, messageTypeId number, metadata ApiTemplateResponse, name string, plainText string, preheaderText string, replyToEmail string, subject string, templateId* int64',
  ApiEmbeddedMessage:
    'elements ApiEmbeddedMessagingElements, metadata ApiEmbeddedMessagingMetadata, payload object',
  ApiEmbeddedMessagingElements:
    'body string, buttons Button[], defaultAction Action, mediaUrl string, mediaUrlCaption string, text Text[], title string',
  ApiEmbeddedMessagingMetadata:
    'campaignId int32, isProof boolean, messageId string, placementId int64, priorityOrder int64',
  ApiEmbeddedPlacement: 'embeddedMessages ApiEmbeddedMessage[], placementId int64',
  ApiEmbeddedTemplateModel:
    'body string, campaignDataFields object, campaignId int32, clientTemplateId string, elements Elements, isDefaultLocale boolean, locale string, messageTypeId int32, name string, payload object, placementId int64, templateId* int64, title string',
  ApiInAppMessage:
    'campaignId number, content InAppContentApi, createdAt string, customPayload object, expiresAt string, inboxMetadata InboxMetadata, jsonOnly* boolean, messageId string, messageType* InAppType, ottPayload RokuContent, priorityLevel number, read boolean, saveToInbox boolean, trigger InAppTrigger, typeOfContent* InAppTypeOfContent',
  ApiInAppMessagesResponse: 'inAppMessages* ApiInAppMessage[]',
  ApiInAppTemplateModel:
    'campaignDataFields object, campaignId int32, clientTemplateId string, expirationDateTime string, expirationDuration string, html string, inAppDisplaySettings InAppDisplaySettings, inboxMetadata InboxMetadata, isDefaultLocale boolean, locale string, messageTypeId int32, name string, payload object, templateId* int64, webInAppDisplaySettings WebInAppDisplaySettings',
  ApiPushTemplateModel:
    "badge string, buttons PushActionButton[], cacheDataFeed boolean, campaignDataFields object, campaignId int64, clientTemplateId string, createdAt string, dataFeedIds number[], deeplink DeeplinkURI, interruptionLevel 'passive' | 'active' | 'time-sensitive' | 'critical', isDefaultLocale boolean, isSilentPush boolean, locale string, mergeDataFeedContext boolean, message string, messageTypeId int32, name string, payload object, relevanceScore double, richMedia RichMediaURL, sound string, templateId* int64, title string, updatedAt string, wake boolean",
  ApiResponseUser: 'dataFields object, email* string, userId string',
  ApiSMSTemplateModel:
    'campaignDataFields object, campaignId int64, clientTemplateId string, createdAt string, googleAnalyticsCampaignName string, imageUrl string, isDefaultLocale boolean, linkParams LinkParam[], locale string, message string, messageTypeId int32, name string, templateId* int64, trackingDomain string, updatedAt string',
  ApiTemplateEntry: 'campaignId int64, locales Locale[], templateId* int64',
  ApiTemplateResponse:
    'campaignId int32, clientTemplateId string, createdAt* string, creatorUserId* string, messageTypeId* int64, name* string, templateId* int64, updatedAt* string',
  ApiUserUpdateRequest:
    'createNewFields boolean, dataFields object, email string, mergeNestedObjects boolean, preferUserId boolean, userId string',
  ApiWebhookModel:
    "authToken string, authType 'NoAuth' | 'Basic' | 'OAuth2', blastSendEnabled boolean, enabled boolean, endpoint string, headers LinkParam[], id* int64, triggeredSendEnabled boolean",
  ApiWebhookResponse:
    'authType* string, blastSendEnabled* boolean, channelIds number[], enabled* boolean, endpoint* string, id* int64, messageTypeIds number[], triggeredSendEnabled* boolean',
  ArrayMerge: 'dedupeBy string, field string',
  BeginSmsVerificationRequest: 'phoneNumber* string, verificationProfileId* int64',
  BgColor: 'alpha number, hex string',
  BulkArchiveCampaignRequest: 'campaignIds* number[]',
  BulkArchiveCampaignsResponse: 'failed number[], success number[]',
  BulkDeleteTemplatesRequest: 'ids* number[]',
  BulkDeleteTemplatesResponse: 'failed number[], failureReason string, success number[]',
  BulkSubscriptionActionRequest: 'users string[], usersByUserId string[]',
  BulkTrackRequest: 'events* TrackRequest[]',
  BulkTrackResponse:
    'createdFields string[], disallowedEventNames string[], failCount* int32, failedUpdates FailedEventUpdates, filteredOutFields string[], invalidEmails string[], invalidUserIds string[], successCount* int32',
  BulkUpdateSubscriptionsRequest: 'updateSubscriptionsRequests* UpdateSubscriptionsRequest[]',
  BulkUpdateSubscriptionsResponse:
    'failCount* int64, invalidEmails* string[], invalidUserIds* string[], successCount* int64, validEmailFailures* string[], validUserIdFailures* string[]',
  BulkUpdateUsersRequest: 'createNewFields boolean, users* OptionalApiUser[]',
  Button: 'action Action, id string, title string',
  CampaignDetails:
    "campaignState* 'Draft' | 'Ready' | 'Scheduled' | 'Running' | 'Finished' | 'Starting' | 'Aborted' | 'Recurring' | 'Archived', createdAt* int32, createdByUserId* string, endedAt int32, id* number, labels string[], listIds int64[], messageMedium* string, name* string, recurringCampaignId number, sendSize number, startAt int32, suppressionListIds int64[], templateId number, type* 'Blast' | 'Triggered', updatedAt* int32, updatedByUserId string, workflowId number",
  CampaignIdRequest: 'campaignId* number',
  CampaignsResponse:
    'campaigns* CampaignDetails[], nextPageUrl string, previousPageUrl string, totalCampaignsCount int64',
  CancelScheduledMessageRequest:
    'campaignId number, email string, scheduledMessageId number, userId string',
  CatalogBulkDeleteRequest: 'itemIds* string[]',
  CatalogBulkUploadRequest: 'documents* object, replaceUploadedFieldsOnly* boolean',
  CatalogFieldDefinitionSerializedModel:
    'children CatalogFieldDefinitionSerializedModel[], fieldName* string, fieldType* string',
  CatalogFieldMappingsResponse: 'definedMappings* object, undefinedFields* string[]',
  CatalogIndexItemRequest: 'value* object',
  CatalogItemWithProperties:
    'catalogName* string, itemId* string, lastModified* string, size* int64, value* JsObject',
  CatalogMappingsUpdateRequest: 'mappingsUpdates* CatalogFieldDefinitionSerializedModel[]',
  CatalogName: 'name* string',
  CatalogUpdateItemRequest: 'update* object',
  ChannelDetails:
    "channelType* 'Marketing' | 'Transactional', id* int64, messageMedium* 'Email' | 'Push' | 'SMS', name* string",
  ChannelsResponse: 'channels* ChannelDetails[]',
  CheckSmsVerificationRequest: 'code* string, phoneNumber* string, verificationProfileId* int64',
  ClientTemplateIdResponse: 'templates* ApiTemplateEntry[]',
  CommerceItem:
    'categories string[], dataFields object, description string, id* string, imageUrl string, name* string, price* double, quantity* int64, sku string, url string',
  CreateCampaignRequest:
    "campaignDataFields object, dataFields object, defaultTimeZone string, listIds int64[], name* string, scheduleSend boolean, sendAt string, sendMode 'ProjectTimeZone' | 'RecipientTimeZone', startTimeZone string, suppressionListIds int64[], templateId* number",
  CreateCampaignResponse: 'campaignId* number',
  CreateListRequest: 'description string, name* string',
  CreateListResponse: 'listId* int64',
  CreateSnippetRequest:
    'content* string, createdByUserId string, description string, name* string, variables string[]',
  CreateSnippetResponse: 'snippetId int64',
  DataTypeName:
    "'emailSend' | 'emailOpen' | 'emailClick' | 'hostedUnsubscribeClick' | 'emailComplaint' | 'emailBounce' | 'emailSendSkip' | 'pushSend' | 'pushOpen' | 'pushUninstall' | 'pushBounce' | 'pushSendSkip' | 'inAppSend' | 'inAppOpen' | 'inAppClick' | 'inAppClose' | 'inAppDelete' | 'inAppDelivery' | 'inAppSendSkip' | 'inAppRecall' | 'inboxSession' | 'inboxMessageImpression' | 'smsSend' | 'smsBounce' | 'smsClick' | 'smsReceived' | 'smsSendSkip' | 'webPushSend' | 'webPushClick' | 'webPushSendSkip' | 'rcsSend' | 'rcsSendSkip' | 'emailSubscribe' | 'emailUnSubscribe' | 'purchase' | 'customEvent' | 'user' | 'smsUsageInfo' | 'embeddedSend' | 'embeddedSendSkip' | 'embeddedClick' | 'embeddedReceived' | 'embeddedImpression' | 'embeddedSession' | 'unknownSession' | 'journeyExit' | 'whatsAppBounce' | 'whatsAppClick' | 'whatsAppReceived' | 'whatsAppSeen' | 'whatsAppSend' | 'whatsAppSendSkip' | 'whatsAppUsageInfo'",
  DeeplinkURI: 'android string, ios string',
  DeleteSnippetResponse: 'snippetId int64',
  Device:
    "applicationName* string, dataFields object, platform* 'APNS' | 'APNS_SANDBOX' | 'GCM', token* string",
  DeviceInfo: "appPackageName* string, deviceId* string, platform* 'iOS' | 'Android' | 'Web'",
  DisableDeviceRequest: 'email string, token* string, userId string',
  DoubleOptInSubscriptionsRequest:
    'brandName string, email string, messageTypeIds* int64[], phoneNumber string, userId string',
  Elements:
    'buttons Button[], defaultAction Action, mediaUrl string, mediaUrlCaption string, text Text[]',
  EmbeddedClickRequest:
    'buttonIdentifier string, createdAt int64, deviceInfo DeviceInfo, email string, messageId* string, targetUrl string, userId string',
  EmbeddedMessagesResponse: 'placements ApiEmbeddedPlacement[]',
  EmbeddedReceivedRequest:
    'createdAt int64, deviceInfo DeviceInfo, email string, messageId* string, userId string',
  EmbeddedSessionRequest:
    'createdAt int64, deviceInfo DeviceInfo, email string, impressions Impression[], session Session, userId string',
  ExperimentMetricsResponse: 'headers string, rows string[]',
  ExportFileAndUrl: 'file* string, url* string',
  ExportJobStatusAndFiles:
    "exportTruncated* boolean, files* ExportFileAndUrl[], jobId* int64, jobState* 'Enqueued' | 'Running' | 'Completed' | 'Failed'",
  FailedEventUpdates:
    'forgottenEmails string[], forgottenUserIds string[], invalidEmails string[], invalidUserIds string[], notFoundEmails string[], notFoundUserIds string[]',
  FailedUserUpdates:
    'conflictEmails string[], conflictUserIds string[], forgottenEmails string[], forgottenUserIds string[], invalidDataEmails string[], invalidDataUserIds string[], invalidEmails string[], invalidUserIds string[], notFoundEmails string[], notFoundUserIds string[]',
  FrequencyCap: 'days* int32, messages* int32',
  GetCatalogItemsResponse:
    'catalogItemsWithProperties* CatalogItemWithProperties[], nextPageUrl string, previousPageUrl string, totalItemsCount* int64',
  GetCatalogsResponse:
    'catalogNames* CatalogName[], nextPageUrl string, previousPageUrl string, totalCatalogsCount* int64',
  GetEventsResponse: 'events* object[]',
  GetForgottenUserEmailsResponse: 'hashedEmails* string[]',
  GetForgottenUserIdsResponse: 'hashedUserIds* string[]',
  GetJourneysResponse:
    'journeys* JourneyDetails[], nextPageUrl string, previousPageUrl string, totalJourneysCount* int64',
  GetListsResponse: 'lists* ListDetails[]',
  GetSentMessagesResponse: 'messages* SentMessage[]',
  GetSnippetResponse: 'snippet SnippetResponse',
  GetSnippetsResponse: 'snippets SnippetResponse[]',
  GetTemplatesResponse:
    'nextPageUrl string, previousPageUrl string, templates* ApiTemplateResponse[], totalTemplatesCount int64',
  GetUserFieldsResponse: 'fields* object',
  GetWebhooksResponse: 'webhooks* ApiWebhookResponse[]',
  Impression: 'displayCount int32, displayDuration double, messageId string, placementId int32',
  InAppClickRequest:
    'clickedUrl string, createdAt int64, deviceInfo DeviceInfo, email string, messageContext InboxMessageContext, messageId* string, userId string',
  InAppCloseRequest:
    'clickedUrl string, closeAction string, createdAt int64, deviceInfo DeviceInfo, email string, inboxSessionId string, messageContext InboxMessageContext, messageId* string, userId string',
  InAppConsumeRequest:
    'createdAt int64, deleteAction string, deviceInfo DeviceInfo, email string, messageContext InboxMessageContext, messageId* string, userId string',
  InAppContentApi:
    'html string, inAppDisplaySettings InAppDisplaySettings, ottPayload RokuContent, webInAppDisplaySettings* WebInAppDisplaySettings',
  InAppDeliveryRequest:
    'createdAt int64, deviceInfo DeviceInfo, email string, messageContext MessageContext, messageId* string, userId string',
  InAppDisplaySetting: 'object',
  InAppDisplaySettings:
    'bgColor BgColor, bottom InAppDisplaySetting, left InAppDisplaySetting, right InAppDisplaySetting, shouldAnimate boolean, top InAppDisplaySetting',
  InAppOpenRequest:
    'createdAt int64, deviceInfo DeviceInfo, email string, messageContext InboxMessageContext, messageId* string, userId string',
  InAppTrigger: 'type Value',
  InAppType: 'object',
  InAppTypeOfContent: 'object',
  InboxMessageContext: 'location string, saveToInbox boolean, silentInbox boolean',
  InboxMetadata: 'icon string, subtitle string, title string',
  InvalidateJwtRequest: 'email string, issuedBefore int32, userId string',
  IterableApiResponse: 'code* ResponseCode, msg* string, params object',
  JobModel:
    'bytesExported int64, dataTypeName DataTypeName, endTime string, id int64, jobState* JobState, scheduledStartTime string',
  JobState: "'Enqueued' | 'Running' | 'Completed' | 'Failed'",
  JobsResponse: 'jobs JobModel[]',
  JourneyDetails:
    'createdAt int32, creatorUserId string, description string, draft JourneyDraftDetails, enabled boolean, id number, isArchived boolean, journeyType string, lifetimeLimit int32, name string, simultaneousLimit int32, startTileId int32, triggerEventNames string[], updatedAt int32',
  JourneyDraftDetails:
    'createdAt* int32, creatorUserId* string, id* number, name* string, updatedAt* int32',
  JsObject: 'object',
  LinkParam: 'key* string, value* string',
  ListDetails:
    "createdAt* int32, description string, id* int64, isGlobalSuppressionEnabled boolean, listType* 'Standard' | 'Dynamic' | 'Suppression' | 'Internal', name* string",
  ListMetadataTablesResponse: 'results* Table[]',
  Listing: 'nextMarker string, results* MetadataProperties[]',
  Locale: 'displayLanguage* string, languageTag* string',
  MergeUsersRequest:
    'arrayMerge ArrayMerge[], destinationEmail string, destinationUserId string, sourceEmail string, sourceUserId string',
  MessageContext: 'saveToInbox boolean, silentInbox boolean',
  MessageTypeDetails:
    "channelId* int64, createdAt* int32, frequencyCap FrequencyCap, id* int64, name* string, rateLimitPerMinute int32, subscriptionPolicy* 'OptIn' | 'OptOut', updatedAt* int32",
  MessageTypesResponse: 'messageTypes* MessageTypeDetails[]',
  MetadataProperties: 'key* string, lastModified* int64, size* int64, table* string',
  MetadataWithProperties:
    'key* string, lastModified* int64, size* int64, table* string, value* object',
  OptionalApiUser:
    'dataFields object, email string, mergeNestedObjects boolean, preferUserId boolean, userId string',
  PositionOption: 'object',
  PushAction: 'data string, type string',
  PushActionButton:
    "action PushAction, actionIcon ActionIcon, buttonType 'default' | 'destructive' | 'textInput', identifier* string, inputPlaceholder string, inputTitle string, openApp* boolean, requiresUnlock boolean, title* string",
  PutMetadataRequest: 'value* object',
  RecipientTimeZoneRequest: 'defaultTimeZone* string, startTimeZone* string',
  RegisterBrowserTokenRequest: 'browserToken* string, email string, userId string',
  RegisterDeviceTokenRequest: 'device* Device, email string, preferUserId boolean, userId string',
  ResponseCode:
    "'Success' | 'BadApiKey' | 'BadAuthorizationHeader' | 'BadJsonBody' | 'BadParams' | 'BatchTooLarge' | 'DatabaseError' | 'EmailAlreadyExists' | 'ExternalKeyConflict' | 'Forbidden' | 'ForbiddenParamsError' | 'ForgottenUserError' | 'GenericError' | 'InvalidEmailAddressError' | 'InvalidJwtPayload' | 'InvalidUserIdError' | 'JwtUserIdentifiersMismatched' | 'NotFound' | 'QueueEmailError' | 'RateLimitExceeded' | 'RequestFieldsTypesMismatched' | 'Unauthorized' | 'UniqueFieldsLimitExceeded' | 'UnknownEmailError' | 'UnknownUserIdError' | 'UserIdAlreadyExists'",
  RichMediaURL: 'android string, ios string',
  RokuButtonContent:
    'buttonBorderColor* string, buttonColorFocused* string, buttonColorUnFocused* string, buttonDeeplink* string, buttonText* string, buttonTextColorFocused* string, buttonTextColorUnFocused* string',
  RokuContent:
    'backgroundColor string, buttons RokuButtonContent[], dialogBodyFont string, dialogButtonFont string, dialogHeader string, dialogHeaderFont string, dialogText string, fhd_image string, textColor string',
  ScheduleCampaignRequest: 'recipientTimeZone RecipientTimeZoneRequest, sendAt* string',
  SentMessage: 'campaignId* int64, createdAt* string, messageId* string, templateId* int64',
  Session: 'end int64, id string, start int64',
  SnippetResponse:
    'content string, createdAt string, createdBy string, description string, id int64, name string, projectId int64, updatedAt string, updatedBy string, variables string[]',
  StartExportRequest:
    "campaignId int64, dataTypeName* DataTypeName, delimiter string, endDateTime string, omitFields string, onlyFields string, outputFormat* 'text/csv' | 'application/x-json-stream', startDateTime string",
  StartExportResponse: 'jobId* int64',
  SubscribeRequest:
    'listId* int64, subscribers* OptionalApiUser[], updateExistingUsersOnly boolean',
  Table: 'name* string',
  TargetEmailRequest:
    'allowRepeatMarketingSends boolean, campaignId* int64, dataFields object, metadata object, recipientEmail string, recipientUserId string, sendAt string',
  TargetInAppRequest:
    'allowRepeatMarketingSends boolean, campaignId* int64, dataFields object, recipientEmail string, recipientUserId string, sendAt string',
  TargetPushRequest:
    'allowRepeatMarketingSends boolean, campaignId* int64, dataFields object, metadata object, recipientEmail string, recipientUserId string, sendAt string',
  TargetSMSRequest:
    'allowRepeatMarketingSends boolean, campaignId* int64, dataFields object, recipientEmail string, recipientUserId string, sendAt string',
  TargetWebPushRequest:
    'allowRepeatMarketingSends boolean, campaignId* int64, dataFields object, recipientEmail string, recipientUserId string, sendAt string',
  TargetWhatsAppRequest:
    'allowRepeatMarketingSends boolean, campaignId* int64, dataFields object, recipientEmail string, recipientUserId string, sendAt string',
  TemplatePreviewRequest: 'dataFeed object, dataFields object, fetchDataFeeds boolean',
  TemplateProofRequest:
    'dataFields object, locale string, recipientEmail string, recipientUserId string, templateId* int64',
  Text: 'label string, text string',
  TrackPurchaseRequest:
    'campaignId int32, createdAt int64, dataFields object, id string, items* CommerceItem[], templateId int32, total* double, user* ApiUserUpdateRequest',
  TrackPushOpenRequest:
    'campaignId* int64, createdAt int64, dataFields object, email string, messageId* string, templateId int64, userId string',
  TrackRequest:
    'campaignId int64, createNewFields boolean, createdAt int64, dataFields object, email string, eventName* string, id string, templateId int64, userId string',
  TriggerCampaignRequest:
    'allowRepeatMarketingSends boolean, campaignId* int64, dataFields object, listIds* int64[], suppressionListIds int64[]',
  TriggerWorkflowRequest:
    'dataFields object, email string, listId int32, userId string, workflowId* int64',
  UnsubscribeRequest:
    'campaignId int64, channelUnsubscribe boolean, listId* int64, subscribers* Unsubscriber[]',
  Unsubscriber: 'email string, userId string',
  UpdateCartRequest: 'items* CommerceItem[], user* ApiUserUpdateRequest',
  UpdateEmailRequest: 'currentEmail string, currentUserId string, newEmail* string',
  UpdateSnippetRequest:
    'content* string, createdByUserId string, description string, variables string[]',
  UpdateSnippetResponse: 'snippetId int64',
  UpdateSubscriptionsRequest:
    'campaignId int64, email string, emailListIds int64[], subscribedMessageTypeIds int64[], templateId int64, unsubscribedChannelIds int64[], unsubscribedMessageTypeIds int64[], userId string, validateChannelAlignment boolean',
  UpsertEmailTemplateModel:
    'bccEmails string[], cacheDataFeed boolean, ccEmails string[], clientTemplateId* string, creatorUserId string, dataFeedId int32, dataFeedIds number[], fromEmail string, fromName string, googleAnalyticsCampaignName string, html string, isDefaultLocale boolean, linkParams LinkParam[], locale string, mergeDataFeedContext boolean, messageTypeId int32, name string, plainText string, preheaderText string, replyToEmail string, subject string',
  UpsertEmbeddedTemplateModel:
    'body string, clientTemplateId* string, creatorUserId string, elements Elements, isDefaultLocale boolean, locale string, messageTypeId int32, name string, payload JsObject, placementId int64, title string',
  UpsertInAppTemplateModel:
    'clientTemplateId* string, creatorUserId string, expirationDateTime string, expirationDuration string, html string, inAppDisplaySettings InAppDisplaySettings, inboxMetadata InboxMetadata, isDefaultLocale boolean, locale string, messageTypeId int32, name string, payload JsObject, webInAppDisplaySettings WebInAppDisplaySettings',
  UpsertPushTemplateModel:
    "badge string, buttons PushActionButton[], cacheDataFeed boolean, clientTemplateId* string, creatorUserId string, dataFeedIds number[], deeplink DeeplinkURI, interruptionLevel 'passive' | 'active' | 'time-sensitive' | 'critical', isDefaultLocale boolean, isSilentPush boolean, locale string, mergeDataFeedContext boolean, message string, messageTypeId int32, name string, payload JsObject, relevanceScore double, richMedia RichMediaURL, sound string, title string, wake boolean",
  UpsertSMSTemplateModel:
    'clientTemplateId* string, creatorUserId string, googleAnalyticsCampaignName string, imageUrl string, isDefaultLocale boolean, linkParams LinkParam[], locale string, message string, messageTypeId int32, name string',
  UserBulkUpdateListResponse:
    'createdFields string[], failCount* int32, failedUpdates FailedUserUpdates, filteredOutFields string[], invalidEmails string[], invalidUserIds string[], successCount* int32',
  UserRequest: 'email string, userId string',
  UserResponse: 'user ApiResponseUser',
  Value: 'object',
  WebInAppDisplaySettings: 'position PositionOption',
  WebPushClickEventRequest:
    'campaignId int64, createdAt int64, email string, messageId* string, templateId int64, userId string',
} as const;
