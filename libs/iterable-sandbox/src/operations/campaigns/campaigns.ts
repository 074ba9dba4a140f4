import { envelope, success, type Reply } from '../../http/reply.js';
import type { JsonObject } from '../../json.js';
import { text } from '../generic.js';
import type { Call, Handler } from '../handler.js';
import { pageOf } from '../page-of.js';

/** Body of `campaigns/create`. */
export interface CreateCampaign extends JsonObject {
  readonly name: string;
  readonly listIds?: readonly number[] | null;
  readonly templateId: number;
}

/** `POST /api/campaigns/create`: with lists it is a blast, without it waits for a trigger. */
export const campaignsCreate: Handler<CreateCampaign> = ({ body, project, at }) => {
  const listIds = body.listIds ?? [];
  const { name, templateId, suppressionListIds, sendAt } = body;
  const unknown = listIds.find((id) => !project.lists.get(id));
  if (unknown !== undefined) return envelope(400, 'BadParams', 'error.lists.invalidListId');
  const template = project.resources.templates.find((each) => each.templateId === templateId);
  const id = project.resources.nextId();
  project.resources.campaigns.push({
    id,
    name,
    campaignState: typeof sendAt === 'string' ? 'Scheduled' : 'Ready',
    messageMedium: template?.medium ?? 'Email',
    type: listIds.length > 0 ? 'Blast' : 'Triggered',
    templateId,
    listIds,
    suppressionListIds: Array.isArray(suppressionListIds) ? suppressionListIds : [],
    labels: [],
    createdAt: at,
    updatedAt: at,
    createdByUserId: 'sandbox@example.com',
    updatedByUserId: 'sandbox@example.com',
  });
  return { status: 200, body: { campaignId: id } };
};

/** `GET /api/campaigns`, and `GET /api/campaigns/recurring/{id}/childCampaigns`. */
export const campaignsGet: Handler = (call) => {
  const { query, params, project } = call;
  const states = query['campaignState'] as readonly string[] | undefined;
  const parent = params['id'];
  const all = project.resources.campaigns
    .filter(({ campaignState }) => !states || states.includes(String(campaignState)))
    .filter(({ recurringCampaignId: of }) => parent === undefined || String(of) === parent);
  const { items, links } = pageOf(call, all, 1000);
  return {
    status: 200,
    body: { campaigns: items, totalCampaignsCount: all.length, ...links },
  };
};

/** `GET /api/campaigns/{id}`. */
export const campaignGet: Handler = (call) =>
  withCampaign(call, Number(call.params['id']), (campaign) => ({ status: 200, body: campaign }));

/** An operation that moves a campaign to a state: those of the second argument let it. */
export function campaignMove(to: string, from?: readonly string[]): Handler {
  return (call) => {
    const inBody = (call.body as { readonly campaignId?: number } | undefined)?.campaignId;
    const id = inBody ?? Number(call.params['campaignId']);
    return withCampaign(call, id, (campaign) => {
      const { campaignState: state } = campaign;
      if (from && !from.includes(String(state))) {
        return envelope(400, 'BadParams', `Campaign ${id} is ${String(state)}`);
      }
      Object.assign(campaign, { campaignState: to, updatedAt: call.at });
      return success();
    });
  };
}

/** `POST /api/campaigns/archive`: what is not there has failed. */
export const campaignsArchive: Handler<{ readonly campaignIds: readonly number[] }> = (call) => {
  const { campaigns } = call.project.resources;
  const done = campaigns.filter(({ id }) => call.body.campaignIds.includes(Number(id)));
  for (const each of done) Object.assign(each, { campaignState: 'Archived', updatedAt: call.at });
  const archived = done.map(({ id }) => id);
  const failed = call.body.campaignIds.filter((id) => !archived.includes(id));
  return { status: 200, body: { success: archived, failed } };
};

/** `POST /api/campaigns/trigger`. */
export const campaignsTrigger: Handler<{ readonly campaignId: number }> = (call) =>
  withCampaign(call, call.body.campaignId, () => success());

/** `GET /api/campaigns/metrics`: a header and a line for each campaign; nothing was ever opened. */
export const campaignsMetrics: Handler = ({ query, project }) => {
  const ids = query['campaignId'] as readonly string[];
  const known = project.resources.campaigns.filter(({ id }) => ids.includes(String(id)));
  const lines = ['id,Total Email Sends', ...known.map(({ id }) => `${String(id)},0`)];
  return text('text/plain', `${lines.join('\n')}\n`);
};

function withCampaign(
  { project, operation }: Call,
  id: number,
  work: (campaign: JsonObject) => Reply,
): Reply {
  const campaign = project.resources.campaigns.find((each) => each['id'] === id);
  if (campaign) return work(campaign);
  const status = operation.statuses.includes(404) ? 404 : 400;
  return envelope(status, status === 404 ? 'NotFound' : 'BadParams', `No campaign ${id}`);
}
