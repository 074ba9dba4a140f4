import { envelope, success, type Reply } from '../../http/reply.js';
import type { JsonObject } from '../../json.js';
import type { Template } from '../../state/resources.js';
import { text } from '../generic.js';
import type { Call, Handler } from '../handler.js';
import { pageOf } from '../page-of.js';

/** `GET /api/templates`. */
export const templatesGet: Handler = (call) => {
  const medium = call.query['messageMedium'];
  const all = call.project.resources.templates.filter(
    (template) => medium === undefined || template.medium === medium,
  );
  const { items, links } = pageOf(call, all, 1000);
  return {
    status: 200,
    body: { templates: items.map(summary), totalTemplatesCount: all.length, ...links },
  };
};

/** `GET /api/templates/getByClientTemplateId`. */
export const templatesGetByClientId: Handler = ({ query, project }) => {
  const found = project.resources.templates.filter(
    ({ model }) => model['clientTemplateId'] === query['clientTemplateId'],
  );
  return {
    status: 200,
    body: { templates: found.map(({ templateId }) => ({ templateId, locales: [] })) },
  };
};

/** `GET /api/templates/{medium}/get`. */
export function templateGet(medium: string): Handler {
  return (call) =>
    withTemplate(call, medium, Number(call.query['templateId']), (template) => ({
      status: 200,
      body: {
        ...template.model,
        templateId: template.templateId,
        ...(medium === 'Email' && { metadata: summary(template) }),
      },
    }));
}

/** `POST /api/templates/{medium}/update`: the fields that were sent. */
export function templateUpdate(medium: string): Handler {
  return (call) => {
    const { templateId, ...fields } = call.body as JsonObject;
    return withTemplate(call, medium, Number(templateId), (template) => {
      template.model = { ...template.model, ...fields };
      template.updatedAt = call.at;
      return success('', { templateId: template.templateId });
    });
  };
}

/** `POST /api/templates/{medium}/upsert`: all templates with that id of the client, or a new one. */
export function templateUpsert(medium: string): Handler {
  return ({ body, project, at }) => {
    const { resources } = project;
    const model = body as JsonObject;
    const found = resources.templates.filter(
      (each) =>
        each.medium === medium && each.model['clientTemplateId'] === model['clientTemplateId'],
    );
    for (const template of found) {
      template.model = { ...template.model, ...model };
      template.updatedAt = at;
    }
    if (found.length > 0) return success();
    const template = {
      medium,
      model,
      templateId: resources.nextId(),
      createdAt: at,
      updatedAt: at,
    };
    resources.templates.push(template);
    return success('', { templateId: template.templateId });
  };
}

/** `POST /api/templates/{medium}/preview`: the source, with nothing filled in. */
export function templatePreview(medium: string): Handler {
  return (call) =>
    withTemplate(call, medium, Number(call.query['templateId']), ({ model }) =>
      text('text/html', typeof model['html'] === 'string' ? model['html'] : ''),
    );
}

/** `POST /api/templates/{medium}/proof`: sends nothing. */
export function templateProof(medium: string): Handler {
  return (call) =>
    withTemplate(call, medium, Number((call.body as JsonObject)['templateId']), () => success());
}

/** `POST /api/templates/bulkDelete`. */
export const templatesBulkDelete: Handler<{ readonly ids: readonly number[] }> = (call) => {
  const { resources } = call.project;
  const known = new Set(resources.templates.map(({ templateId }) => templateId));
  const gone = call.body.ids.filter((id) => known.has(id));
  const failed = call.body.ids.filter((id) => !known.has(id));
  resources.templates = resources.templates.filter(({ templateId }) => !gone.includes(templateId));
  const failureReason = failed.length > 0 ? { failureReason: 'Template not found' } : {};
  return { status: 200, body: { success: gone, failed, ...failureReason } };
};

function summary({ templateId, model, createdAt, updatedAt }: Template): JsonObject {
  const { clientTemplateId, name, messageTypeId } = model;
  return {
    templateId,
    ...(clientTemplateId !== undefined && { clientTemplateId }),
    name: name ?? '',
    messageTypeId: messageTypeId ?? 11,
    creatorUserId: model['creatorUserId'] ?? 'sandbox@example.com',
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
  };
}

function withTemplate(
  { project, operation }: Call,
  medium: string,
  id: number,
  work: (template: Template) => Reply,
): Reply {
  const template = project.resources.templates.find(
    (each) => each.templateId === id && each.medium === medium,
  );
  if (template) return work(template);
  const status = operation.statuses.includes(404) ? 404 : 400;
  return envelope(status, status === 404 ? 'NotFound' : 'BadParams', `No template ${id}`);
}
