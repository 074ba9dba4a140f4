import { omit } from '../../omit.js';
import type { JsonObject } from '../../json.js';
import type { Handler } from '../handler.js';

/** `GET /api/webhooks`. */
export const webhooksGet: Handler = ({ project }) => ({
  status: 200,
  body: { webhooks: project.resources.webhooks },
});

/** `POST /api/webhooks`: changes the webhook with that number, or makes it; calls nobody. */
export const webhooksPut: Handler<JsonObject> = ({ body, project }) => {
  const { webhooks } = project.resources;
  const fields = omit(body, 'authToken', 'headers');
  const usual = {
    endpoint: '',
    authType: 'NoAuth',
    enabled: false,
    blastSendEnabled: false,
    triggeredSendEnabled: false,
  };
  const index = webhooks.findIndex(({ id }) => id === body['id']);
  const sent = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  const webhook = { ...usual, ...webhooks[index], ...sent };
  if (index < 0) webhooks.push(webhook);
  else webhooks[index] = webhook;
  return { status: 200, body: webhook };
};
