import type { IterableClient } from '@iterable/api';

/** The project that `furnish` makes. */
const ANN = { email: 'ann@example.com' };
const ANN_ID = { userId: 'ann' };
const LIST = { listId: 1 };
const [EMAIL, IN_APP, PUSH, SMS] = [
  { templateId: 1001 },
  { templateId: 1002 },
  { templateId: 1003 },
  { templateId: 1004 },
] as const;
const CAMPAIGN = { campaignId: 1006 };
const JOB = { jobId: 1008 };
const SHOES = { catalogName: 'shoes' };
const SHOE = { ...SHOES, itemId: 'item-1' };
const GROUP = { subscriptionGroup: 'messageChannel', subscriptionGroupId: 1 } as const;
const TO_ANN = { ...CAMPAIGN, recipientEmail: ANN.email };
const PROOF = { recipientEmail: ANN.email };
const DAY = { startDateTime: '2026-01-01 00:00:00', endDateTime: '2026-01-02 00:00:00' };
const EXPERIMENT = { experimentId: 1 };

/** The names of the methods that call an operation. */
export type ClientMethod = Exclude<
  {
    [name in keyof IterableClient]: IterableClient[name] extends (...args: never[]) => unknown
      ? name
      : never;
  }[keyof IterableClient],
  'client' | 'destroy'
>;

/** One call of each method of Iterable's own client; its types say that none is left out. */
export const calls: Readonly<Record<ClientMethod, (client: IterableClient) => Promise<unknown>>> = {
  abortCampaign: (client) => client.abortCampaign(CAMPAIGN),
  activateTriggeredCampaign: (client) => client.activateTriggeredCampaign(CAMPAIGN),
  archiveCampaigns: (client) => client.archiveCampaigns({ campaignIds: [1006] }),
  bulkDeleteCatalogItems: (client) =>
    client.bulkDeleteCatalogItems({ ...SHOES, itemIds: ['item-1'] }),
  bulkDeleteTemplates: (client) => client.bulkDeleteTemplates({ ids: [1001] }),
  bulkUpdateSubscriptions: (client) =>
    client.bulkUpdateSubscriptions({ ...GROUP, action: 'subscribe', users: [ANN.email] }),
  bulkUpdateUsers: (client) =>
    client.bulkUpdateUsers({ users: [{ ...ANN, dataFields: { plan: 'free' } }] }),
  cancelCampaign: (client) => client.cancelCampaign(CAMPAIGN),
  cancelEmail: (client) => client.cancelEmail({ ...ANN, ...CAMPAIGN }),
  cancelExperiment: (client) => client.cancelExperiment(EXPERIMENT),
  cancelExportJob: (client) => client.cancelExportJob(JOB),
  cancelInApp: (client) => client.cancelInApp({ ...ANN, ...CAMPAIGN }),
  cancelPush: (client) => client.cancelPush({ ...ANN, ...CAMPAIGN }),
  cancelSMS: (client) => client.cancelSMS({ ...ANN, ...CAMPAIGN }),
  cancelWebPush: (client) => client.cancelWebPush({ ...ANN, ...CAMPAIGN }),
  cancelWhatsApp: (client) => client.cancelWhatsApp({ ...ANN, ...CAMPAIGN }),
  copyExperimentVariant: (client) =>
    client.copyExperimentVariant({ ...EXPERIMENT, copyFromTemplateId: 1001 }),
  createBlastCampaign: (client) =>
    client.createBlastCampaign({ name: 'blast', ...EMAIL, listIds: [1] }),
  createCatalog: (client) => client.createCatalog({ catalogName: 'hats' }),
  createExperiment: (client) =>
    client.createExperiment({ ...CAMPAIGN, experimentType: 'Subject' as never }),
  createList: (client) => client.createList({ name: 'another' }),
  createSnippet: (client) => client.createSnippet({ name: 'snippet-2', content: 'hello' }),
  createTriggeredCampaign: (client) =>
    client.createTriggeredCampaign({ name: 'triggered', ...EMAIL }),
  deactivateTriggeredCampaign: (client) => client.deactivateTriggeredCampaign(CAMPAIGN),
  declareExperimentWinner: (client) =>
    client.declareExperimentWinner({ ...EXPERIMENT, variantId: 1 }),
  deleteCatalog: (client) => client.deleteCatalog(SHOES),
  deleteCatalogItem: (client) => client.deleteCatalogItem(SHOE),
  deleteExperiment: (client) => client.deleteExperiment(EXPERIMENT),
  deleteList: (client) => client.deleteList(LIST),
  deleteSnippet: (client) => client.deleteSnippet({ identifier: 'snippet-1' }),
  deleteTemplates: (client) => client.deleteTemplates({ ids: [1001] }),
  deleteUserByEmail: (client) => client.deleteUserByEmail(ANN),
  deleteUserByUserId: (client) => client.deleteUserByUserId(ANN_ID),
  getCampaign: (client) => client.getCampaign({ id: 1006 }),
  getCampaignMetrics: (client) => client.getCampaignMetrics({ ...CAMPAIGN, ...DAY }),
  getCampaigns: (client) =>
    client.getCampaigns({ page: 1, pageSize: 5, sort: { field: 'name', direction: 'desc' } }),
  getCatalogFieldMappings: (client) => client.getCatalogFieldMappings(SHOES),
  getCatalogItem: (client) => client.getCatalogItem(SHOE),
  getCatalogItems: (client) => client.getCatalogItems({ ...SHOES, page: 1, pageSize: 5 }),
  getCatalogs: (client) => client.getCatalogs({ page: 1, pageSize: 5 }),
  getChannels: (client) => client.getChannels(),
  getChildCampaigns: (client) => client.getChildCampaigns({ id: 1006 }),
  getEmailTemplate: (client) => client.getEmailTemplate(EMAIL),
  getEmbeddedMessages: (client) => client.getEmbeddedMessages({ ...ANN, platform: 'Web' }),
  getExperiment: (client) => client.getExperiment(EXPERIMENT),
  getExperimentMetrics: (client) => client.getExperimentMetrics({ campaignId: [1006] }),
  getExperimentTotals: (client) => client.getExperimentTotals(EXPERIMENT),
  getExperimentTrends: (client) => client.getExperimentTrends(EXPERIMENT),
  getExperimentVariants: (client) => client.getExperimentVariants(EXPERIMENT),
  getExportFiles: (client) => client.getExportFiles(JOB),
  getExportJobs: (client) => client.getExportJobs(),
  getInAppMessages: async (client) => {
    await client.sendInApp(TO_ANN);
    return client.getInAppMessages({ ...ANN, count: 5 });
  },
  getInAppTemplate: (client) => client.getInAppTemplate(IN_APP),
  getJourneys: (client) => client.getJourneys({ page: 1, pageSize: 5 }),
  getListPreviewUsers: async (client) => {
    await client.subscribeUserToList({ ...LIST, subscribers: [ANN] });
    return client.getListPreviewUsers({ ...LIST, size: 5 });
  },
  getListSize: (client) => client.getListSize(LIST),
  getListUsers: async (client) => {
    await client.subscribeUserToList({ ...LIST, subscribers: [ANN] });
    return client.getListUsers({ ...LIST, maxResults: 5 });
  },
  getLists: (client) => client.getLists(),
  getMessageTypes: (client) => client.getMessageTypes(),
  getPushTemplate: (client) => client.getPushTemplate(PUSH),
  getSMSTemplate: (client) => client.getSMSTemplate(SMS),
  getSentMessages: async (client) => {
    await client.sendEmail(TO_ANN);
    return client.getSentMessages({ ...ANN, limit: 10 });
  },
  getSnippet: (client) => client.getSnippet({ identifier: 'snippet-1' }),
  getSnippets: (client) => client.getSnippets(),
  getTemplateByClientId: (client) => client.getTemplateByClientId({ clientTemplateId: 'text-1' }),
  getTemplates: (client) => client.getTemplates({ page: 1, pageSize: 5 }),
  getUserByEmail: (client) => client.getUserByEmail(ANN),
  getUserByUserId: (client) => client.getUserByUserId(ANN_ID),
  getUserEventsByEmail: (client) => client.getUserEventsByEmail({ ...ANN, limit: 5 }),
  getUserEventsByUserId: (client) => client.getUserEventsByUserId({ ...ANN_ID, limit: 5 }),
  getUserFields: (client) => client.getUserFields(),
  getWebhooks: (client) => client.getWebhooks(),
  listExperiments: (client) => client.listExperiments(),
  mergeUsers: (client) =>
    client.mergeUsers({ sourceEmail: ANN.email, destinationEmail: 'bob@example.com' }),
  partialUpdateCatalogItem: (client) =>
    client.partialUpdateCatalogItem({ ...SHOE, update: { size: 42 } }),
  partialUpdateCatalogItems: (client) =>
    client.partialUpdateCatalogItems({ ...SHOES, documents: { 'item-1': { size: 42 } } }),
  previewEmailTemplate: (client) => client.previewEmailTemplate(EMAIL),
  previewInAppTemplate: (client) => client.previewInAppTemplate(IN_APP),
  replaceCatalogItem: (client) => client.replaceCatalogItem({ ...SHOE, value: { size: 42 } }),
  replaceCatalogItems: (client) =>
    client.replaceCatalogItems({ ...SHOES, documents: { 'item-1': { size: 42 } } }),
  scheduleCampaign: (client) =>
    client.scheduleCampaign({ ...CAMPAIGN, sendAt: '2026-02-01T00:00:00Z' }),
  sendCampaign: (client) => client.sendCampaign(CAMPAIGN),
  sendEmail: (client) => client.sendEmail(TO_ANN),
  sendEmailTemplateProof: (client) => client.sendEmailTemplateProof({ ...EMAIL, ...PROOF }),
  sendInApp: (client) => client.sendInApp(TO_ANN),
  sendInAppTemplateProof: (client) => client.sendInAppTemplateProof({ ...IN_APP, ...PROOF }),
  sendPush: (client) => client.sendPush(TO_ANN),
  sendPushTemplateProof: (client) => client.sendPushTemplateProof({ ...PUSH, ...PROOF }),
  sendSMS: (client) => client.sendSMS(TO_ANN),
  sendSMSTemplateProof: (client) => client.sendSMSTemplateProof({ ...SMS, ...PROOF }),
  sendWebPush: (client) => client.sendWebPush(TO_ANN),
  sendWhatsApp: (client) => client.sendWhatsApp(TO_ANN),
  startExperiment: (client) => client.startExperiment(EXPERIMENT),
  startExportJob: (client) =>
    client.startExportJob({ dataTypeName: 'user', outputFormat: 'text/csv', ...DAY }),
  subscribeUserByEmail: (client) => client.subscribeUserByEmail({ ...GROUP, userEmail: ANN.email }),
  subscribeUserByUserId: (client) => client.subscribeUserByUserId({ ...GROUP, ...ANN_ID }),
  subscribeUserToList: (client) => client.subscribeUserToList({ ...LIST, subscribers: [ANN] }),
  trackBulkEvents: (client) =>
    client.trackBulkEvents({ events: [{ ...ANN, eventName: 'engaged' }] }),
  trackEvent: (client) => client.trackEvent({ ...ANN, eventName: 'engaged' }),
  triggerCampaign: (client) => client.triggerCampaign({ ...CAMPAIGN, listIds: [1] }),
  triggerJourney: (client) => client.triggerJourney({ workflowId: 1, ...ANN }),
  unsubscribeUserByEmail: (client) =>
    client.unsubscribeUserByEmail({ ...GROUP, userEmail: ANN.email }),
  unsubscribeUserByUserId: (client) => client.unsubscribeUserByUserId({ ...GROUP, ...ANN_ID }),
  unsubscribeUserFromList: (client) =>
    client.unsubscribeUserFromList({ ...LIST, subscribers: [ANN] }),
  updateCatalogFieldMappings: (client) =>
    client.updateCatalogFieldMappings({
      ...SHOES,
      mappingsUpdates: [{ fieldName: 'size', fieldType: 'long' }],
    }),
  updateEmail: (client) =>
    client.updateEmail({ currentEmail: ANN.email, newEmail: 'new@example.com' }),
  updateEmailTemplate: (client) => client.updateEmailTemplate({ ...EMAIL, name: 'renamed' }),
  updateExperimentSettings: (client) =>
    client.updateExperimentSettings({ ...EXPERIMENT, evenlySplitVariations: true }),
  updateInAppTemplate: (client) => client.updateInAppTemplate({ ...IN_APP, name: 'renamed' }),
  updatePushTemplate: (client) => client.updatePushTemplate({ ...PUSH, name: 'renamed' }),
  updateSMSTemplate: (client) => client.updateSMSTemplate({ ...SMS, name: 'renamed' }),
  updateSnippet: (client) => client.updateSnippet({ identifier: 'snippet-1', content: 'bye' }),
  updateUser: (client) => client.updateUser({ ...ANN, dataFields: { plan: 'free' } }),
  updateUserSubscriptions: (client) =>
    client.updateUserSubscriptions({ ...ANN, emailListIds: [1] }),
  updateWebhook: (client) => client.updateWebhook({ webhookId: 1, active: true }),
  upsertEmailTemplate: (client) => client.upsertEmailTemplate({ clientTemplateId: 'text-2' }),
  upsertInAppTemplate: (client) => client.upsertInAppTemplate({ clientTemplateId: 'text-2' }),
  upsertPushTemplate: (client) => client.upsertPushTemplate({ clientTemplateId: 'text-2' }),
  upsertSMSTemplate: (client) => client.upsertSMSTemplate({ clientTemplateId: 'text-2' }),
};
