import nock from 'nock';
import { describe, expect, it } from 'vitest';
import type { IterableClient } from '../src/index.js';
import { failureOf } from './failure-of.js';
import { scriptedClient } from './scripted-client.js';

const API = 'https://api.iterable.com';
const next = (page: number, more = ''): string => `${API}/api/any?page=${page}&pageSize=2${more}`;

describe('each page is asked for, where', () => {
  it.each<[string, (client: IterableClient) => AsyncIterable<unknown>, string, string]>([
    ['campaigns.each', (c) => c.campaigns.each({ pageSize: 2 }), '/api/campaigns', 'campaigns'],
    [
      'campaigns.eachChild',
      (c) => c.campaigns.eachChild(5, { pageSize: 2 }),
      '/api/campaigns/recurring/5/childCampaigns',
      'campaigns',
    ],
    ['catalogs.each', (c) => c.catalogs.each({ pageSize: 2 }), '/api/catalogs', 'catalogNames'],
    [
      'catalogs.eachItem',
      (c) => c.catalogs.eachItem('a/b', { pageSize: 2 }),
      '/api/catalogs/a%2Fb/items',
      'catalogItemsWithProperties',
    ],
    ['templates.each', (c) => c.templates.each({ pageSize: 2 }), '/api/templates', 'templates'],
    [
      'workflows.eachJourney',
      (c) => c.workflows.eachJourney({ pageSize: 2 }),
      '/api/journeys',
      'journeys',
    ],
  ])('%s goes on with nextPageUrl', async (_, each, path, items) => {
    nock(API)
      .get(path)
      .query({ pageSize: 2 })
      .reply(200, { [items]: [1, 2], nextPageUrl: next(2) });
    nock(API)
      .get(path)
      .query({ page: 2, pageSize: 2 })
      .reply(200, { [items]: [], nextPageUrl: next(3) });
    nock(API)
      .get(path)
      .query({ page: 3, pageSize: 2 })
      .reply(200, { [items]: [3], nextPageUrl: null });
    const { client } = scriptedClient();
    await expect(Array.fromAsync(each(client))).resolves.toEqual([1, 2, 3]);
  });

  it('metadata.eachEntry goes on with nextMarker', async () => {
    nock(API)
      .get('/api/metadata/t')
      .reply(200, { results: [{ key: 'a' }], nextMarker: 'm/1' });
    nock(API)
      .get('/api/metadata/t')
      .query({ nextMarker: 'm/1' })
      .reply(200, { results: [{ key: 'b' }] });
    const { client } = scriptedClient();
    await expect(Array.fromAsync(client.metadata.eachEntry('t'))).resolves.toEqual([
      { key: 'a' },
      { key: 'b' },
    ]);
  });

  it('pages of catalogs may be wrapped', async () => {
    const page = { catalogNames: [{ name: 'a' }], totalCatalogsCount: 1 };
    nock(API).get('/api/catalogs').reply(200, { msg: '', code: 'Success', params: page });
    const { client } = scriptedClient();
    await expect(Array.fromAsync(client.catalogs.each())).resolves.toEqual([{ name: 'a' }]);
  });
});

describe('the next page', () => {
  it.each<[string, string]>([
    ['another host', 'https://evil.example.com/api/campaigns?page=2'],
    ['another path', `${API}/api/users/getByEmail?page=2&email=a`],
    ['a relative address', '/api/campaigns?page=2'],
    ['an address with credentials', 'https://user:pass@evil.example.com/?page=2&api_key=x'],
  ])('is asked for at the same place, even where it is said to be at %s', async (_, url) => {
    nock(API)
      .get('/api/campaigns')
      .reply(200, { campaigns: [1], nextPageUrl: url });
    nock(API)
      .get('/api/campaigns')
      .query({ page: 2 })
      .reply(200, { campaigns: [2] });
    const { client } = scriptedClient();
    await expect(Array.fromAsync(client.campaigns.each())).resolves.toEqual([1, 2]);
  });

  it('keeps what was asked for, lists included', async () => {
    const query = { campaignState: ['Running', 'Ready'], sort: '-id' };
    const more = '&campaignState=Running&campaignState=Ready&sort=-id&unknown=1';
    nock(API)
      .get('/api/campaigns')
      .query(query)
      .reply(200, { campaigns: [1], nextPageUrl: next(2, more) });
    nock(API)
      .get('/api/campaigns')
      .query({ ...query, page: 2, pageSize: 2 })
      .reply(200, { campaigns: [2] });
    const { client } = scriptedClient();
    await expect(Array.fromAsync(client.campaigns.each(query))).resolves.toEqual([1, 2]);
  });

  it.each<[string, unknown, string]>([
    ['that is the same', next(2), 'there before'],
    ['without a parameter', `${API}/api/campaigns`, 'cannot be made out'],
    ['that is no text', 2, 'cannot be made out'],
  ])('%s is an error, not the end and not a loop', async (_, url, problem) => {
    nock(API)
      .get('/api/campaigns')
      .reply(200, { campaigns: [1], nextPageUrl: url });
    nock(API)
      .get('/api/campaigns')
      .query({ page: 2, pageSize: 2 })
      .optionally()
      .reply(200, { campaigns: [2], nextPageUrl: url });
    const { client } = scriptedClient();
    const error = await failureOf(Array.fromAsync(client.campaigns.each()));
    expect(error).toMatchObject({ code: 'RESPONSE_SHAPE', operation: 'campaigns' });
    expect(error.message).toContain(problem);
  });

  it('without a list of items is an error', async () => {
    nock(API)
      .get('/api/campaigns')
      .reply(200, { campaigns: { a: 1 } });
    const error = await failureOf(Array.fromAsync(scriptedClient().client.campaigns.each()));
    expect(error).toMatchObject({ code: 'RESPONSE_SHAPE' });
  });

  it('that fails ends the loop after the items before', async () => {
    nock(API)
      .get('/api/campaigns')
      .reply(200, { campaigns: [1], nextPageUrl: next(2) });
    nock(API).get('/api/campaigns').query({ page: 2, pageSize: 2 }).reply(400, 'no');
    const found: unknown[] = [];
    const { client } = scriptedClient();
    const loop = async (): Promise<void> => {
      for await (const campaign of client.campaigns.each()) found.push(campaign);
    };
    expect(await failureOf(loop())).toMatchObject({ status: 400 });
    expect(found).toEqual([1]);
  });

  it('is not asked for before it is needed, and not after an abort', async () => {
    nock(API)
      .get('/api/campaigns')
      .reply(200, { campaigns: [1, 2], nextPageUrl: next(2) });
    const controller = new AbortController();
    const { client } = scriptedClient();
    const loop = async (): Promise<void> => {
      for await (const campaign of client.campaigns.each({}, { signal: controller.signal })) {
        expect(campaign).toBe(1);
        controller.abort();
      }
    };
    expect(await failureOf(loop())).toMatchObject({ code: 'ABORTED' });
    expect(client.statistics()['campaigns']).toMatchObject({ calls: 1 });
  });

  it('is retried by itself', async () => {
    nock(API)
      .get('/api/campaigns')
      .reply(200, { campaigns: [1], nextPageUrl: next(2) });
    nock(API).get('/api/campaigns').query({ page: 2, pageSize: 2 }).reply(503, 'busy');
    nock(API)
      .get('/api/campaigns')
      .query({ page: 2, pageSize: 2 })
      .reply(200, { campaigns: [2] });
    const { client } = scriptedClient();
    await expect(Array.fromAsync(client.campaigns.each())).resolves.toEqual([1, 2]);
  });
});
