import nock from 'nock';
import { describe, expect, it } from 'vitest';
import type { IterableClient } from '../src/index.js';
import { SUCCESS } from './http-server.js';
import { scriptedClient } from './scripted-client.js';

const api = (): nock.Scope => nock('https://api.iterable.com');
const HTML = '<!doctype html><title>Sign in</title>';
type Call = (client: IterableClient) => Promise<unknown>;

const getItems: Call = (c) => c.catalogs.listItems('restaurants');
const putItem: Call = (c) => c.catalogs.replaceItem('restaurants', '1', { value: {} });
const getSize: Call = (c) => c.lists.getSize(7);
const getMetrics: Call = (c) => c.campaigns.getMetrics({ campaignId: [1, 2] });
const optIn: Call = (c) =>
  c.subscriptions.subscribeToDoubleOptIn({ email: 'ada@example.com', messageTypeIds: [1] });
const view: Call = (c) => c.email.viewInBrowser({ email: 'ada@example.com', messageId: 'm' });
const click: Call = (c) => c.events.trackEmbeddedClick({ userId: '1', messageId: 'm' });
const items = { catalogItemsWithProperties: [], totalItemsCount: 0 };

describe('good replies', () => {
  it.each<[string, Call, number, nock.Body, unknown]>([
    ['of catalogs may be plain', getItems, 200, items, items],
    [
      'of catalogs may be wrapped',
      getItems,
      200,
      { msg: '', code: 'Success', params: items },
      items,
    ],
    ['of catalogs may be accepted without a word', putItem, 202, '', { code: 'Success' }],
    ['of catalogs may be an envelope', putItem, 202, SUCCESS, SUCCESS],
    ['may be a number', getSize, 200, '12\n', 12],
    ['may be CSV', getMetrics, 200, 'id,sends\n1,2\n', 'id,sends\n1,2\n'],
    ['may be a text with HTTP 202', optIn, 202, 'Accepted.', 'Accepted.'],
    ['may be HTML where HTML is asked for', view, 200, HTML, HTML],
    ['may be empty where nothing is documented', click, 200, '', undefined],
    ['may be an envelope where nothing is documented', click, 200, SUCCESS, SUCCESS],
    ['may be a text where nothing is documented', click, 200, 'OK', 'OK'],
    ['may lack the user', (c) => c.users.getByUserId({ userId: 'x' }), 200, {}, {}],
    [
      'may lack the address of a user',
      (c) => c.users.getByUserId({ userId: '1' }),
      200,
      { user: { userId: '1', dataFields: { n: 1 } } },
      { user: { userId: '1', dataFields: { n: 1 } } },
    ],
  ])('%s', async (_, call, status, body, value) => {
    api().intercept(/^/, 'GET').optionally().reply(status, body);
    api().intercept(/^/, 'POST').optionally().reply(status, body);
    api().intercept(/^/, 'PUT').optionally().reply(status, body);
    await expect(call(scriptedClient().client)).resolves.toEqual(value);
  });
});

describe('bad replies with a good status', () => {
  it.each<[string, Call, number, nock.Body, object]>([
    ['HTML for CSV', getMetrics, 200, HTML, { code: 'RESPONSE_SHAPE' }],
    ['HTML for a number', getSize, 200, HTML, { code: 'RESPONSE_SHAPE' }],
    ['words for a number', getSize, 200, 'many', { code: 'RESPONSE_SHAPE' }],
    ['HTML where nothing is documented', click, 200, HTML, { code: 'RESPONSE_SHAPE' }],
    ['nothing with HTTP 200', putItem, 200, '', { code: 'RESPONSE_SHAPE' }],
    ['HTML with HTTP 202', putItem, 202, HTML, { code: 'RESPONSE_SHAPE' }],
    ['a page without its list', getItems, 200, { totalItemsCount: 3 }, { code: 'RESPONSE_SHAPE' }],
    [
      'an envelope that reports a failure for CSV',
      getMetrics,
      200,
      { code: 'BadParams', msg: 'no' },
      { code: 'API_ERROR', iterableCode: 'BadParams' },
    ],
    [
      'an envelope that reports a failure where nothing is documented',
      click,
      200,
      { code: 'BadParams', msg: 'no' },
      { code: 'API_ERROR', iterableCode: 'BadParams' },
    ],
    [
      'a catalog envelope that reports a failure',
      getItems,
      200,
      { error: 'NotFound', message: 'no', code: 'error.catalogs.notFound' },
      { code: 'API_ERROR', iterableCode: 'error.catalogs.notFound' },
    ],
  ])('%s is an error', async (_, call, status, body, error) => {
    api().persist().intercept(/^/, 'GET').optionally().reply(status, body);
    api().persist().intercept(/^/, 'POST').optionally().reply(status, body);
    api().persist().intercept(/^/, 'PUT').optionally().reply(status, body);
    await expect(call(scriptedClient().client)).rejects.toMatchObject(error);
  });
});

describe('integers', () => {
  const list = (id: string): string =>
    `{"lists":[{"id":${id},"name":"a 9007199254740993 b","createdAt":1700000000000,"listType":"Standard"}]}`;

  it.each<[string, unknown]>([
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', 9007199254740993n],
    ['-9223372036854775808', -9223372036854775808n],
    ['9223372036854775807', 9223372036854775807n],
    ['12345678901234567890.5', Number('12345678901234567890.5')],
  ])('of a reply keep their value: %s', async (id, value) => {
    api().get('/api/lists').reply(200, list(id));
    const { lists } = await scriptedClient().client.lists.list();
    expect(lists[0]).toMatchObject({ id: value, name: 'a 9007199254740993 b', createdAt: 1.7e12 });
  });

  it('can go where they came from: into a path, a query and a body', async () => {
    const seen: string[] = [];
    api()
      .persist()
      .intercept(/^/, 'GET')
      .reply((request: Request) => (seen.push(request.url), [200, '3']));
    api()
      .post('/api/campaigns/abort')
      .reply(async (request: Request) => (seen.push(await request.text()), [200, SUCCESS]));
    const { client } = scriptedClient();
    await client.lists.getSize(9223372036854775807n);
    await client.campaigns.getMetrics({ campaignId: [9223372036854775807n] });
    await client.campaigns.abort({ campaignId: 9223372036854775807n });
    expect(seen).toEqual([
      'https://api.iterable.com/api/lists/9223372036854775807/size',
      'https://api.iterable.com/api/campaigns/metrics?campaignId=9223372036854775807',
      '{"campaignId":9223372036854775807}',
    ]);
  });
});
