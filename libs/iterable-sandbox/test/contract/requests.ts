import { operations, type OperationName } from '../../src/contract/operations.js';
import type { Parameter } from '../../src/contract/operation.js';
import type { Sandbox } from '../../src/index.js';
import { call } from '../support.js';
import { sample } from './sample.js';

/** Values in paths. */
const PATH: Readonly<Record<string, string>> = {
  listId: '1',
  id: '1006',
  campaignId: '1006',
  jobId: '1008',
  catalogName: 'shoes',
  itemId: 'item-1',
  table: 'table-1',
  key: 'key-1',
  identifier: 'snippet-1',
  email: 'ann@example.com',
  userEmail: 'ann@example.com',
  userId: 'ann',
  subscriptionGroup: 'messageChannel',
  subscriptionGroupId: '1',
};

const MEDIUMS: Readonly<Record<string, number>> = {
  email: 1001,
  inapp: 1002,
  push: 1003,
  sms: 1004,
  embedded: 1005,
};

/** Where a body with every field in it says two things at once. */
const BODIES: Partial<Record<OperationName, Record<string, unknown>>> = {
  'users/merge': {
    sourceEmail: 'ann@example.com',
    sourceUserId: undefined,
    destinationEmail: 'bob@example.com',
    destinationUserId: undefined,
  },
};

/** A request that is as it should be. */
export interface ContractRequest {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A valid request of an operation, with all that it may have. */
export function requestOf(name: OperationName): ContractRequest {
  const operation = operations[name];
  const medium = MEDIUMS[name.split('/')[1] ?? ''];
  const template = name.startsWith('templates/') && medium !== undefined ? medium : undefined;
  const query = Object.entries(operation.query ?? {}).map(([key, parameter]) => [
    key,
    key === 'templateId' && template !== undefined ? String(template) : queryValue(key, parameter),
  ]);
  const created = name === 'POST catalogs/{catalogName}' ? 'hats' : undefined;
  const path = operation.path.replace(/\{(\w+)\}/g, (_all, key: string) =>
    encodeURIComponent(created ?? PATH[key] ?? ''),
  );
  const body = operation.body && {
    ...(sample(operation.body) as object),
    ...(template !== undefined && 'templateId' in (operation.body.properties ?? {})
      ? { templateId: template }
      : {}),
    ...BODIES[name],
  };
  return { path, query: Object.fromEntries(query) as Record<string, string>, body };
}

function queryValue(key: string, { schema, minimum }: Parameter): string {
  if (minimum !== undefined) return String(minimum);
  if (schema.type === 'array') return key === 'campaignId' ? '1006' : 'Ready';
  const value = sample(schema, key);
  return typeof value === 'object' ? 'text' : String(value);
}

/** Makes the project that the requests are about. */
export async function furnish(sandbox: Sandbox): Promise<void> {
  sandbox.seed({
    users: [
      { email: 'ann@example.com', userId: 'ann', dataFields: { plan: 'pro' } },
      { email: 'bob@example.com', userId: 'bob' },
    ],
    events: [{ email: 'ann@example.com', eventName: 'text-1', id: 'event-1' }],
  });
  const post = async (path: string, body: object, method = 'POST'): Promise<void> => {
    const { status } = await call(sandbox, `/api/${path}`, { body, method });
    if (status > 299) throw new Error(`${path}: ${status}`);
  };
  await post('lists', { name: 'list' });
  for (const medium of ['email', 'inapp', 'push', 'sms', 'embedded']) {
    await post(`templates/${medium}/upsert`, { clientTemplateId: 'text-1', name: medium });
  }
  await post('campaigns/create', { name: 'campaign', listIds: [1], templateId: 1001 });
  await post('campaigns/1006/schedule', { sendAt: '2026-02-01 00:00:00' });
  await post('snippets', { name: 'snippet-1', content: 'hello' });
  const outputFormat = 'application/x-json-stream';
  await post('export/start', { dataTypeName: 'customEvent', outputFormat });
  await post('catalogs/shoes', {});
  await post('catalogs/shoes/items/item-1', { value: { size: 41 } }, 'PUT');
  await post('metadata/table-1/key-1', { value: { a: 1 } }, 'PUT');
  const device = { token: 'token-1', platform: 'GCM', applicationName: 'app' };
  await post('users/registerDeviceToken', { userId: 'ann', device });
}
