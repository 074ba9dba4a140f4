import type { Handler } from '../handler.js';

const CREATED = Date.UTC(2026, 0, 1);

/** The channels of a project of the sandbox: a client cannot make any. */
export const channels: readonly { readonly id: number; readonly [field: string]: unknown }[] = [
  { id: 1, name: 'Marketing Channel', channelType: 'Marketing', messageMedium: 'Email' },
  { id: 2, name: 'Transactional Channel', channelType: 'Transactional', messageMedium: 'Email' },
  { id: 3, name: 'Push Marketing Channel', channelType: 'Marketing', messageMedium: 'Push' },
  { id: 4, name: 'SMS Marketing Channel', channelType: 'Marketing', messageMedium: 'SMS' },
];

/** Their message types, one for each. */
export const messageTypes: readonly { readonly id: number; readonly [field: string]: unknown }[] =
  channels.map(({ id, name }) => ({
    id: id + 10,
    channelId: id,
    name: `${String(name)} Message Type`,
    subscriptionPolicy: 'OptOut',
    createdAt: CREATED,
    updatedAt: CREATED,
  }));

/** `GET /api/channels`. */
export const channelsGet: Handler = () => ({ status: 200, body: { channels } });

/** `GET /api/messageTypes`. */
export const messageTypesGet: Handler = () => ({ status: 200, body: { messageTypes } });
